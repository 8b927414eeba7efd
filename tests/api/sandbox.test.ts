import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'

describe('the stand-in of WeChat', () => {
  let server: TestServer
  afterEach(() => server.stop())

  it('is there without an AppID, for the phone page and for the server alike', async () => {
    server = await startTestServer({ seed: false })
    const { status, body } = await request<{ templates: { title: string }[] }>(`${server.url}/sandbox/api/site`)
    expect(status).toBe(200)
    // besides those in use, a few to choose from
    const titles = body.templates.map(({ title }) => title)
    expect(titles.slice(0, 3)).toEqual(['活动预告通知', '活动开始提醒', '活动变更通知'])
  })

  it('takes no order that another site’s page could send', async () => {
    server = await startTestServer({ seed: false })
    const form = await fetch(`${server.url}/sandbox/api/faults`, { method: 'POST', body: '{"kind":"busy"}' })
    expect(form.status).toBe(415)
    const { body } = await request<{ faults: unknown[] }>(`${server.url}/sandbox/api/faults`)
    expect(body.faults).toEqual([])
  })

  it('is gone as soon as a real AppID is set', async () => {
    server = await startTestServer({
      seed: false,
      environment: {
        WECHAT_APPID: 'wx0123456789abcdef',
        WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
        WECHAT_API_BASE: 'http://127.0.0.1:9',
        WECHAT_TEMPLATE_PREVIEW: 'real-preview-template',
        WECHAT_TEMPLATE_REMINDER: 'real-reminder-template',
        WECHAT_TEMPLATE_CHANGE: 'real-change-template',
      },
    })
    for (const path of ['/sandbox/api/site', '/sandbox/api/accepted', '/sandbox/wechat/sns/jscode2session']) {
      expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 404])
    }
    expect((await fetch(`${server.url}/sandbox/api/phones`, { method: 'POST' })).status).toBe(404)
    const login = await request(`${server.url}/api/session`, 'POST', { json: { code: 'any' } })
    expect(codeOf(login)).toBe('wechat_unavailable')
  })
})
