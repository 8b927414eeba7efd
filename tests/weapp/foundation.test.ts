import { seen, startApp, type App } from './host/app'
import { DIST, newPhone, type SandboxPhone } from './host/sandboxPhone'
import { startServer, type RunningServer } from './host/server'

let server: RunningServer
let phone: SandboxPhone
let app: App

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  phone = await newPhone(server.url)
  app = startApp(DIST, phone)
})
afterEach(() => {
  jest.restoreAllMocks()
  app.close()
})

const again = (): void => {
  const { storage } = app
  app.close()
  app = startApp(DIST, phone)
  for (const [key, value] of storage) app.storage.set(key, value)
}

it('has the search, and the address, telephone and licence of the association, on the first screen', async () => {
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动'))
  for (const words of ['0756-2212827', '人民东路112号', '519000', '粤ICP备15065647号', '版权所有']) {
    expect(app.text()).toContain(words)
  }
  app.tap('搜索通知、新闻和活动')
  await seen(app, () => app.pages().at(-1) === 'pages/search/index')
})

it('tells once how to come back', async () => {
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('添加到我的小程序'))
  app.tap('知道了')
  await seen(app, () => !app.text().includes('添加到我的小程序'))
  again()
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动') && app.underway() === 0)
  expect(app.text()).not.toContain('添加到我的小程序')
})

it('dresses a page as the member has chosen', async () => {
  app.storage.set('settings', JSON.stringify({ theme: 'dark', textSize: 'largest' }))
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动'))
  const screen = app.page().element.querySelector<HTMLElement>('.screen')
  expect(screen?.className).toContain('look-dark')
  expect(screen?.getAttribute('style')).toContain('1.4px')
})

it('reads anew when what the phone kept is damaged', async () => {
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动') && app.underway() === 0)
  for (const damage of ['{"channels":7}', '{"cut', '[]']) {
    app.storage.set('read:home', damage)
    app.storage.set('read:index', '{"not":"a list"}')
    again()
    app.launch('/pages/home/index')
    await seen(app, () => app.text().includes('近期活动'))
  }
})

it('shows a sentence and a way on when a page breaks, and writes the fault down once', async () => {
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  app.launch('/pages/contact/index')
  await seen(app, () => app.text().includes('0756-2212827') && app.underway() === 0)
  app.storage.set('read:contact', '{"phones":7}')
  again()
  app.setOnline(false)
  app.launch('/pages/contact/index')
  await seen(app, () => app.text().includes('这一页没有打开'))
  expect(complaints).toHaveBeenCalledTimes(1)
  app.tap('回到首页')
  await seen(app, () => app.pages().join() === 'pages/home/index')
})
