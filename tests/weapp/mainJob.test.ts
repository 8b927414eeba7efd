import { until } from '../support/until'
import { seen, startApp, type App } from './host/app'
import { publishEvent } from './host/office'
import { ask, DIST, newPhone, type SandboxPhone } from './host/sandboxPhone'
import { startServer, type RunningServer } from './host/server'

const TITLE = '社区长者智能手机公开课'

interface PhoneNotice {
  rows: { label: string; value: string }[]
  page: string
}

let server: RunningServer
let phone: SandboxPhone
let app: App

beforeAll(async () => {
  server = await startServer()
  phone = await newPhone(server.url)
  app = startApp(DIST, phone)
})
afterAll(async () => {
  app.close()
  await server.stop()
})

const arrived = async (): Promise<PhoneNotice[]> =>
  (await ask<{ notices: PhoneNotice[] }>('GET', `${server.url}/sandbox/api/phones/${phone.phoneId}/notices`)).notices

const counts = () => app.text().match(/剩余 \d+ 次提醒/g)

it('the built WeChat package takes a member through the whole job: browse, call, subscribe, be told, open', async () => {
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动'))
  app.launch('/pages/contact/index')
  await seen(app, () => app.find('#call-office'))
  app.tap('#call-office')
  await seen(app, () =>
    app.calls.some(({ name, options }) => name === 'makePhoneCall' && options['phoneNumber'] === '0756-2212827'),
  )
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  app.tap('#ask-all')
  await seen(app, () => counts()?.every((count) => count === '剩余 1 次提醒'))

  const article = await publishEvent(server, TITLE)
  const notices = await until(arrived, (list) => list.length > 0)
  expect(notices).toHaveLength(1)
  expect(notices[0]?.rows[0]).toEqual({ label: '活动名称', value: TITLE })

  // WeChat opens the page that the notice names
  app.launch(`/${notices[0]?.page ?? ''}`)
  await seen(app, () => app.pages().at(-1) === 'pages/article/index' && app.text().includes(TITLE))
  await seen(app, () => app.text().includes('协会活动室'))
  expect(notices[0]?.page).toContain(article.id)

  app.launch('/pages/alerts/index')
  await seen(app, () => counts()?.join() === ['剩余 0 次提醒', '剩余 1 次提醒', '剩余 1 次提醒'].join())
})
