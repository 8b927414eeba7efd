import type { Home } from '../../shared/contract'
import { seen } from './host/app'
import { ask } from './host/sandboxPhone'
import { visits } from './host/visits'

/** What WeChat itself brings to the app: its privacy question, what it fetched ahead, updates, its storage, its looks. */
const visit = visits()

const shownHome = () => seen(visit.app, () => visit.app.text().includes('近期活动') && visit.app.underway() === 0)
const homeNow = (): Promise<Home> => ask<Home>('GET', `${visit.server.url}/api/home`)

describe('the privacy question', () => {
  async function wantCopy(): Promise<void> {
    visit.phone.privacyAgreed = false
    const { app } = visit
    app.launch('/pages/contact/index')
    await seen(app, () => app.find('#call-office'))
    expect(app.text()).not.toContain('使用前请您同意')
    app.tap('复制')
    await seen(app, () => app.text().includes('使用前请您同意'))
  }
  const answers = () => visit.called('privacyAnswer').map(({ event }) => event)

  it('is asked in our words, with the guide at hand, and what was wanted happens after the yes', async () => {
    await wantCopy()
    const { app } = visit
    await seen(app, () => answers().join() === 'exposureAuthorization')
    app.tap('查看《用户隐私保护指引》')
    await seen(app, () => visit.called('openPrivacyContract').length === 1)
    // WeChat turns the tap on its own button into the event of this name.
    app.fire('#privacy-agree', 'agreeprivacyauthorization', {})
    await seen(app, () => !app.text().includes('使用前请您同意'))
    expect(visit.called('privacyAnswer').at(-1)).toEqual({ event: 'agree', buttonId: 'privacy-agree' })
    await seen(app, () => visit.phone.privacyAgreed === true)
  })

  it('takes a no for an answer, says so, and leaves the page usable', async () => {
    await wantCopy()
    const { app } = visit
    app.tap('不同意')
    await seen(app, () => !app.text().includes('使用前请您同意'))
    expect(answers().at(-1)).toBe('disagree')
    await seen(app, () => visit.called('showToast').length > 0)
    app.tap('#call-office')
    await seen(app, () => visit.called('makePhoneCall').length === 1)
  })
})

describe('what WeChat fetched ahead', () => {
  const ahead = (fetchedData: string, age = 0) => {
    visit.phone.fetchedAhead = { fetchedData, timeStamp: Date.now() - age }
  }

  it('is the first screen, without a request', async () => {
    const home = await homeNow()
    ahead(JSON.stringify({ ...home, organisation: { ...home.organisation, motto: '提前取好的首页' } }))
    visit.app.launch('/pages/home/index')
    await shownHome()
    expect(visit.app.text()).toContain('提前取好的首页')
    expect(visit.requested('/api/')).toBe(0)
  })

  it.each([
    ['is old', async () => ahead(JSON.stringify(await homeNow()), 600_000)],
    [
      'was fetched in the future, by a clock that was wrong',
      async () => ahead(JSON.stringify(await homeNow()), -600_000),
    ],
    ['is cut', async () => ahead(JSON.stringify(await homeNow()).slice(0, 300))],
    ['is a page of a network that wants a login', async () => ahead('<html>login</html>')],
    ['is something else', async () => ahead('{"error":{"code":"internal"}}')],
    ['is nothing', async () => ahead('null')],
    ['is empty', async () => ahead('')],
  ])('is left when it %s', async (_what, prepare) => {
    await prepare()
    visit.app.launch('/pages/home/index')
    await shownHome()
    expect(visit.requested('/api/home')).toBe(1)
  })
})

describe('an update', () => {
  it('is put on when the member says so', async () => {
    visit.phone.ways = { showModal: () => Promise.resolve({ confirm: true }) }
    visit.app.launch('/pages/home/index')
    await shownHome()
    visit.app.offerUpdate()
    await seen(visit.app, () => visit.called('applyUpdate').length === 1)
    expect(visit.called('showModal')[0]).toMatchObject({ confirmText: '立即更新', cancelText: '稍后' })
  })

  it('waits when the member says so', async () => {
    visit.phone.ways = { showModal: () => Promise.resolve({ confirm: false }) }
    visit.app.launch('/pages/home/index')
    await shownHome()
    visit.app.offerUpdate()
    await seen(visit.app, () => visit.called('showModal').length === 1)
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(visit.called('applyUpdate')).toEqual([])
  })

  it('lets go of what another version kept, and of nothing that is the member’s own', async () => {
    visit.app.launch('/pages/home/index')
    await shownHome()
    visit.app.storage.set('read:version', '"0.0.0"')
    visit.app.storage.set('read:article:old', '{"title":"旧版本"}')
    visit.app.storage.set('settings', '{"theme":"dark","textSize":"large"}')
    visit.restart()
    visit.app.setOnline(false)
    visit.app.launch('/pages/home/index')
    await seen(visit.app, () => visit.app.text().includes('网络连接不上'))
    expect([...visit.app.storage.keys()].filter((key) => key.startsWith('read:'))).toEqual(['read:version'])
    expect(visit.app.storage.get('settings')).toContain('dark')
  })
})

describe('the look', () => {
  const screen = () => visit.app.page().element.querySelector<HTMLElement>('.screen')
  const barNow = () => visit.called('setNavigationBarColor').at(-1)

  it('is the member’s choice, bars and tabs with it, at once and after the next start', async () => {
    visit.app.launch('/pages/mine/index')
    await seen(visit.app, () => visit.app.find('深色'))
    expect(visit.called('setNavigationBarColor')).toEqual([])
    visit.app.tap('深色')
    await seen(visit.app, () => screen()?.className.includes('look-dark'))
    expect(barNow()).toMatchObject({ frontColor: '#ffffff' })
    const dark = visit.called('setTabBarStyle').at(-1)
    visit.app.tap('浅色')
    await seen(visit.app, () => screen()?.className.includes('look-light'))
    expect(barNow()).toMatchObject({ frontColor: '#000000' })
    expect(visit.called('setTabBarStyle').at(-1)).not.toEqual(dark)
    expect(visit.called('setTabBarItem')).toHaveLength(10)
    visit.app.tap('深色')
    await seen(visit.app, () => screen()?.className.includes('look-dark'))
    visit.restart()
    visit.app.launch('/pages/news/index')
    await seen(visit.app, () => screen()?.className.includes('look-dark'))
    expect(barNow()).toMatchObject({ frontColor: '#ffffff' })
  })

  it('follows the phone again, also when that changes later', async () => {
    visit.app.launch('/pages/mine/index')
    await seen(visit.app, () => visit.app.find('深色'))
    visit.app.tap('深色')
    await seen(visit.app, () => screen()?.className.includes('look-dark'))
    visit.app.tap('跟随系统')
    await seen(visit.app, () => !screen()?.className.includes('look-'))
    expect(barNow()).toMatchObject({ frontColor: '#000000' })
    visit.app.turnLook('dark')
    await seen(visit.app, () => barNow()?.['frontColor'] === '#ffffff')
  })

  it('sets text as large as WeChat is set, times the member’s own choice, up to where lines break apart', async () => {
    const unit = () => Number(/--unit: ?([\d.]+)px/.exec(screen()?.getAttribute('style') ?? '')?.[1])
    visit.app.launch('/pages/mine/index')
    await seen(visit.app, () => visit.app.find('特大'))
    expect(unit()).toBe(1)
    visit.restart()
    visit.phone.device = { fontSizeSetting: 23.8 }
    visit.app.storage.set('settings', '{"textSize":"large"}')
    visit.app.launch('/pages/mine/index')
    await seen(visit.app, () => visit.app.find('特大'))
    expect(unit()).toBeCloseTo(1.68)
    visit.app.tap('特大')
    await seen(visit.app, () => unit() > 1.7)
    expect(unit()).toBe(1.9)
  })
})
