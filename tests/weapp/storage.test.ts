import { seen } from './host/app'
import { visits } from './host/visits'

/** A phone whose storage is full or damaged: everybody can still read. */
const visit = visits()

/** Every screen, and words that it shows when it is whole. */
const SCREENS = [
  ['/pages/home/index', '近期活动'],
  ['/pages/news/index', '通知公告'],
  ['/pages/contact/index', '0756-2212827'],
  ['/pages/alerts/index', '剩余'],
  ['/pages/mine/index', '文字大小'],
  ['/pages/favourites/index', '我的收藏'],
  ['/pages/search/index', '想找什么'],
  ['/pages/calendar/index', '月'],
  ['/pages/channel/index?slug=notices', '台风季值守安排'],
  ['/pages/received/index', '还没有'],
  ['/pages/privacy/index', '收藏和阅读记录'],
] as const

const BROKEN = '这一页没有打开'

async function visitAll(mend = false): Promise<void> {
  for (const [address, words] of SCREENS) {
    visit.app.launch(address)
    try {
      await seen(visit.app, () => [words, BROKEN].some((some) => visit.app.text().includes(some)))
      if (mend && visit.app.text().includes(BROKEN)) visit.app.tap('重试')
      await seen(visit.app, () => visit.app.text().includes(words) && visit.app.underway() === 0)
    } catch (error) {
      throw new Error(`${address}: ${String(error)}`)
    }
    expect(`${address} ${visit.app.text()}`).not.toContain(BROKEN)
  }
}

const OWN = [
  'session:token',
  'settings',
  'home:guide',
  'favourites',
  'articles:read',
  'events:seen',
  'search:history',
  'alerts:outbox',
  'alerts:offered',
]
const DAMAGE = ['{"cut', '7', '{}', '[7,null,{"id":7}]', '{"items":7,"theme":{},"textSize":9}']

it.each(DAMAGE)('reads on when everything that it kept of the member’s own has become %s', async (damage) => {
  for (const key of OWN) visit.app.storage.set(key, damage)
  await visitAll()
})

it.each(DAMAGE)('reads anew, by itself or at a tap, when what it kept of pages has become %s', async (damage) => {
  await visitAll()
  const pages = [...visit.app.storage.keys()].filter((key) => key.startsWith('read:') && key !== 'read:version')
  expect(pages.length).toBeGreaterThan(4)
  for (const key of pages) visit.app.storage.set(key, damage)
  visit.restart()
  // A page may break on what was kept, and then says so; trying again has to mend it.
  jest.spyOn(console, 'error').mockRestore()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await visitAll(true)
})

it('makes room by letting go of what was read longest ago, and keeps the favourites', async () => {
  visit.phone.room = 30_000
  visit.app.storage.set('favourites', '[]')
  await visitAll()
  expect(visit.app.storage.get('favourites')).toBe('[]')
  expect(visit.app.storage.has('read:home') || visit.app.storage.has('read:contact')).toBe(true)
})

it('reads on when nothing at all can be kept', async () => {
  visit.phone.room = 0
  await visitAll()
})
