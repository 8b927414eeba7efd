import type { Home } from '../../shared/contract'
import { seen, startApp, type App } from './host/app'
import { ask, DIST, newPhone, type SandboxPhone } from './host/sandboxPhone'
import { startServer, type RunningServer } from './host/server'

let server: RunningServer
let phone: SandboxPhone
let app: App

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

let complaints: jest.SpyInstance[]
beforeEach(async () => {
  complaints = (['warn', 'error'] as const).map((level) => jest.spyOn(console, level))
  phone = await newPhone(server.url)
  app = startApp(DIST, phone)
})
afterEach(() => {
  app.close()
  const heard = complaints.flatMap((complaint) => complaint.mock.calls)
  jest.restoreAllMocks()
  expect(heard).toEqual([])
})

const requested = (path: string): number =>
  app.calls.filter(({ name, options }) => name === 'request' && String(options['url']).includes(path)).length
const called = (name: string) => app.calls.filter((call) => call.name === name).map(({ options }) => options)

async function home(): Promise<Home> {
  return ask<Home>('GET', `${server.url}/api/home`)
}

async function firstEvent() {
  const event = (await home()).events.find(({ event: times }) => times?.decision === 'scheduled')
  if (!event) throw new Error('the sample content has no event to come')
  return event
}

it('opens with the welcome, the channels, the next events and the latest, from one request', async () => {
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('欢迎光临'))
  await seen(app, () => app.text().includes('近期活动'))
  for (const word of ['通知公告', '新闻速递', '活动预告', '本站公告', (await firstEvent()).title]) {
    expect(app.text()).toContain(word)
  }
  expect(called('request')).toHaveLength(1)
})

it('leads from the first screen to an event, whose title is there before its body, and counts one view', async () => {
  const { title, id, views } = await firstEvent()
  app.launch('/pages/home/index')
  await seen(app, () => app.find(title))
  const release = app.holdAnswers()
  app.tap(title)
  await seen(app, () => app.pages().includes('pages/article/index') && app.text().includes(title))
  expect(app.page().element.querySelector('.paragraph, .heading')).toBeNull()
  release()
  await seen(app, () => app.page().element.querySelector('.paragraph, .heading'))
  await seen(app, () => requested(`/api/articles/${id}/views`) === 1 && app.underway() === 0)
  const again = await ask<{ views: number }>('GET', `${server.url}/api/articles/${id}`)
  expect(again.views).toBe(views + 1)
})

it('lists a channel and changes to another', async () => {
  app.launch('/pages/news/index')
  await seen(app, () => app.text().includes('已经到底了'))
  app.tap('活动预告')
  const { title } = await firstEvent()
  await seen(app, () => app.find(title))
  expect(requested('/api/channels/events/articles')).toBe(1)
  app.page().instance.onPullDownRefresh?.()
  await seen(app, () => called('stopPullDownRefresh').length === 1)
  expect(requested('/api/channels/events/articles')).toBe(2)
})

it('calls the office with one tap', async () => {
  app.launch('/pages/contact/index')
  await seen(app, () => app.find('#call-office'))
  app.tap('#call-office')
  await seen(app, () => called('makePhoneCall').length === 1)
  expect(called('makePhoneCall')[0]).toMatchObject({ phoneNumber: '0756-2212827' })
})

it('copies the address and opens the map', async () => {
  app.launch('/pages/contact/index')
  await seen(app, () => app.find('打开'))
  app.tap('打开')
  await seen(app, () => called('openLocation').length === 1)
  expect(called('openLocation')[0]).toMatchObject({ latitude: 22.2723, longitude: 113.5745 })
  app.tap('复制')
  await seen(app, () => called('setClipboardData').length === 1)
  expect(called('setClipboardData')[0]).toMatchObject({ data: '珠海市香洲区人民东路112号珠海市教育局2号楼103' })
})

it('logs in silently for the alerts, and asks in the very tap', async () => {
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  expect(app.text()).toContain('剩余 0 次提醒')
  app.tap('#ask-all')
  // The host refuses a dialog that is not opened before the tap returns, as WeChat does.
  await seen(app, () => called('requestSubscribeMessage').length === 1)
  expect(called('requestSubscribeMessage')[0]?.['tmplIds']).toHaveLength(3)
  await seen(app, () => app.text().split('剩余 1 次提醒').length === 4)
  expect(requested('/api/session')).toBe(1)
})

it('counts nothing when the member says no, and says so', async () => {
  phone.answer = 'reject'
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-new_events'))
  app.tap('#ask-new_events')
  await seen(app, () => called('showToast').length === 1)
  expect(called('showToast')[0]).toMatchObject({ title: '您没有允许，提醒次数未变化' })
  expect(app.text()).not.toContain('剩余 1 次提醒')
})

it('tells the member where the main switch is when WeChat refuses to ask', async () => {
  await phone.setMainSwitch(false)
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  app.tap('#ask-all')
  await seen(app, () => app.text().includes('消息提醒总开关已关闭'))
  app.tap('打开设置')
  await seen(app, () => called('openSetting').length === 1)
})

it('keeps an accepted grant over a lost network and hands it in at the next visit', async () => {
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-new_events'))
  app.setOnline(false)
  app.tap('#ask-new_events')
  await seen(app, () => called('showToast').length === 1)
  expect(called('showToast')[0]).toMatchObject({ title: '您的选择已记下，联网后自动提交' })
  app.setOnline(true)
  app.page().instance.onShow?.()
  await seen(app, () => app.text().includes('剩余 1 次提醒'))
  app.page().instance.onShow?.()
  await seen(app, () => app.underway() === 0)
  expect(app.text().split('剩余 1 次提醒')).toHaveLength(2)
})

it('hands in a grant at the next start even when the member does not come back to the alerts', async () => {
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-new_events'))
  app.setOnline(false)
  app.tap('#ask-new_events')
  await seen(app, () => called('showToast').length === 1)
  const { storage } = app
  app.close()
  app = startApp(DIST, phone)
  for (const [key, value] of storage) app.storage.set(key, value)
  app.launch('/pages/home/index')
  await seen(app, () => requested('/api/alerts/answers') === 1 && app.underway() === 0)
  expect(app.storage.get('alerts:outbox')).toBe('[]')
})

it('leads an address that it does not know to a page that says so', async () => {
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动'))
  app.notFound('pages/nowhere/index')
  await seen(app, () => app.text().includes('没有这个页面'))
})

it('renews a session that has ended without a word', async () => {
  app.storage.set('session:token', JSON.stringify('ended-long-ago'))
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  expect(requested('/api/session')).toBe(1)
})

it('turns a topic off and on', async () => {
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  app.tap('#ask-new_events')
  await seen(app, () => app.text().includes('剩余 1 次提醒'))
  app.fire('.topic__switch', 'tap', {})
  await seen(app, () => requested('/api/alerts/topics/new_events') === 1 && app.underway() === 0)
  expect(app.text()).toContain('剩余 1 次提醒')
})

it('keeps what was read readable without a network, and can try again', async () => {
  app.launch('/pages/contact/index')
  await seen(app, () => app.text().includes('0756-2212827'))
  const { storage } = app
  app.close()
  app = startApp(DIST, phone)
  for (const [key, value] of storage) app.storage.set(key, value)
  app.setOnline(false)
  app.launch('/pages/contact/index')
  await seen(app, () => app.text().includes('显示的是上次的内容'))
  expect(app.text()).toContain('0756-2212827')
  app.setOnline(true)
  app.tap('重试')
  await seen(app, () => !app.text().includes('显示的是上次的内容'))
})

it('says in words that the network is gone when nothing was read before', async () => {
  app.setOnline(false)
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('网络连接不上'))
  app.setOnline(true)
  app.tap('重试')
  await seen(app, () => app.text().includes('近期活动'))
})

it('meets an article that is gone with a friendly page and a way back', async () => {
  app.launch('/pages/article/index?id=01zzzzzzzzzzzzzzzzzzzzzzzz')
  await seen(app, () => app.text().includes('没有找到这篇文章'))
  app.tap('返回')
  await seen(app, () => app.pages().join() === 'pages/home/index')
})

it('shares an article under its own title, to a friend and to the timeline', async () => {
  const { title, id } = await firstEvent()
  app.launch(`/pages/article/index?id=${id}`)
  await seen(app, () => app.page().element.querySelector('.paragraph, .heading'))
  const { instance } = app.page()
  expect(instance.onShareAppMessage?.({ from: 'menu' })).toMatchObject({ title, path: `/pages/article/index?id=${id}` })
  expect(instance.onShareTimeline?.()).toMatchObject({ title, query: `id=${id}` })
})
