import type { StaffMember } from '../../../shared/contract'
import { ADMINISTRATOR } from '../../support/administrator'
import { articleInput } from '../../support/factories'
import { seen, startApp, type App } from '../host/app'
import { call } from '../host/office'
import { DIST, newPhone } from '../host/sandboxPhone'
import type { RunningServer } from '../host/server'

const kilobytes = (sent: readonly object[]): number =>
  Math.round((sent.reduce<number>((sum, data) => sum + JSON.stringify(data).length, 0) / 1024) * 10) / 10

const depthOf = (element: Element): number => 1 + Math.max(0, ...[...element.children].map(depthOf))

export interface FirstScreen {
  first_requests: number
  first_setdata_calls: number
  first_setdata_kb: number
  first_nodes: number
  max_depth: number
}

/** What opening the first screen of the built package takes, for a member who has never been here. */
export async function measureFirstScreen(server: RunningServer): Promise<FirstScreen> {
  const app = startApp(DIST, await newPhone(server.url))
  try {
    app.launch('/pages/home/index')
    await seen(app, () => app.text().includes('近期活动') && app.underway() === 0)
    const { element } = app.page()
    return {
      first_requests: app.calls.filter(({ name }) => name === 'request').length,
      first_setdata_calls: app.setDataCalls.length,
      first_setdata_kb: kilobytes(app.setDataCalls),
      first_nodes: element.querySelectorAll('*').length,
      max_depth: depthOf(element),
    }
  } finally {
    app.close()
  }
}

const SHOWN = 200
const PAGE = 20
const titleOf = (place: number): string => `关于第${place}次公益课堂报名的通知`

/** Staff publish enough notices for a list of two hundred and one more page. */
export async function publishMany({ url, setupCode }: RunningServer): Promise<void> {
  const { cookie } = await call<StaffMember>(url, '/api/admin/setup', { code: setupCode, ...ADMINISTRATOR })
  for (let place = 0; place < SHOWN + PAGE; place += 1) {
    const article = articleInput({ channel: 'notices', title: titleOf(place) })
    const { body } = await call<{ id: string; version: number }>(url, '/api/admin/articles', article, cookie)
    await call(url, `/api/admin/articles/${body.id}/publish`, { version: body.version, notice: null }, cookie)
  }
}

async function readOn(app: App): Promise<object[]> {
  const before = app.setDataCalls.length
  const asked = app.calls.length
  app.page().instance.onReachBottom?.()
  await seen(app, () => app.calls.length > asked && app.underway() === 0 && !app.text().includes('正在加载'))
  return app.setDataCalls.slice(before)
}

/** Kilobytes that go to the page when a list of two hundred grows by a page. Wants `publishMany` before. */
export async function measureAppend(server: RunningServer): Promise<{ append_setdata_kb: number; rows: number }> {
  const app = startApp(DIST, await newPhone(server.url))
  const rows = (): number => app.text().split('次公益课堂报名的通知').length - 1
  try {
    app.launch('/pages/channel/index?slug=notices')
    await seen(app, () => rows() > 0)
    while (rows() < SHOWN - PAGE) await readOn(app)
    const before = rows()
    const sent = await readOn(app)
    return { append_setdata_kb: kilobytes(sent), rows: rows() - before }
  } finally {
    app.close()
  }
}
