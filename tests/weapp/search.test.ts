import { seen } from './host/app'
import { visits } from './host/visits'

const visit = visits()

const type = (value: string): void => visit.app.fire('#search-box', 'input', { value })
const confirm = (value: string): void => visit.app.fire('#search-box', 'confirm', { value })
const asked = (): string[] =>
  visit
    .called('request')
    .map(({ url }) => decodeURIComponent(String(url)))
    .filter((url) => url.includes('/api/search?'))

async function open(address = '/pages/search/index'): Promise<void> {
  visit.app.launch(address)
  await seen(visit.app, () => visit.app.find('#search-box'))
}

it('suggests while the member types, once they pause, and finds by a suggestion', async () => {
  await open()
  const { app } = visit
  for (const text of ['星', '星空', '星空营']) type(text)
  await seen(app, () => app.text().includes('亲子星空营') && app.underway() === 0)
  expect(visit.requested('/api/search/suggestions')).toBe(1)
  app.tap('亲子星空营')
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
  expect(asked()).toHaveLength(1)
  expect(app.text()).toContain('已经到底了')
})

it('marks what was looked for, opens a hit with its title at once, and shares the question', async () => {
  await open()
  const { app } = visit
  confirm('  星空 ')
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
  const marks = [...app.page().element.querySelectorAll('.hit__mark')].map((mark) => mark.textContent)
  expect(new Set(marks)).toEqual(new Set(['星空']))
  expect(app.page().instance.onShareAppMessage?.({ from: 'menu' })).toMatchObject({
    path: `/pages/search/index?q=${encodeURIComponent('星空')}`,
  })
  const release = app.holdAnswers()
  app.tap('亲子')
  await seen(app, () => app.pages().at(-1) === 'pages/article/index' && app.text().includes('亲子星空营'))
  release()
  await seen(app, () => app.underway() === 0)
})

it('opens with the question and the filters of its address', async () => {
  await open(`/pages/search/index?q=${encodeURIComponent('星空')}&channel=events`)
  await seen(visit.app, () => visit.app.page().element.querySelector('.hit__mark'))
  expect(asked()[0]).toContain('q=星空&channel=events')
})

it('looks in one channel only, and everywhere again when nothing is there', async () => {
  await open(`/pages/search/index?q=${encodeURIComponent('星空')}`)
  const { app } = visit
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
  app.tap('本站公告')
  await seen(app, () => app.text().includes('没有找到“星空”'))
  expect(app.text()).toContain('可以换个说法，或者减少几个字再试。')
  app.tap('在全部内容中查找')
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
})

it('keeps the last questions on the phone, forgets one, and forgets all', async () => {
  await open()
  const { app } = visit
  confirm('星空')
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
  confirm('志愿')
  await seen(app, () => asked().length === 2 && app.underway() === 0)
  visit.restart()
  await open()
  await seen(visit.app, () => visit.app.text().includes('最近搜索'))
  expect(visit.app.text()).toMatch(/志愿.*星空/)
  visit.app.fire('.lines__remove', 'tap', {})
  await seen(visit.app, () => !visit.app.text().includes('志愿'))
  expect(visit.app.storage.get('search:history')).toBe(JSON.stringify(['星空']))
  visit.app.tap('清空')
  await seen(visit.app, () => visit.app.text().includes('想找什么？'))
  expect(visit.requested('/api/search')).toBe(0)
})

it('does not break on a storage that is corrupt or full', async () => {
  const { app } = visit
  app.storage.set('search:history', '{"broken":')
  app.storage.set = () => {
    throw new Error('exceed storage max size')
  }
  await open()
  expect(app.text()).toContain('想找什么？')
  confirm('星空')
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
})

it('says that the network is gone, keeps what was typed, and tries again', async () => {
  await open()
  const { app } = visit
  app.setOnline(false)
  confirm('星空')
  await seen(app, () => app.text().includes('网络连接不上'))
  app.setOnline(true)
  app.tap('重试')
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
})

it('drops the answer for a question that was followed by another', async () => {
  await open()
  const { app } = visit
  const release = app.holdAnswers()
  confirm('星空')
  confirm('没有这样的东西')
  release()
  await seen(app, () => app.text().includes('没有找到“没有这样的东西”'))
  expect(app.page().element.querySelector('.hit__mark')).toBeNull()
})

it('asks nothing for spaces', async () => {
  await open()
  confirm('   ')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked()).toEqual([])
})
