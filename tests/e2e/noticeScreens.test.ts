import type { Browser, Page } from 'playwright-core'
import type { StaffArticle } from '../../shared/contract'
import { formatClock, formatDateTime, formatIsoDate, HOUR_MS } from '../../shared/domain/time'
import { untilOver } from '../support/desk'
import { eventArticle } from '../support/factories'
import { request } from '../support/http'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { newMember, type Member } from './support/members'
import { startProduct, type Product } from './support/product'
import { chooseDate } from './support/staff'

const LOOKS = [
  ['desktop', 'light', DESKTOP],
  ['desktop', 'dark', DESKTOP],
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
] as const

// the quiet hours of this house are now, whatever the time is
const now = Date.now()
const ENDS_AT = Math.floor((now + 3 * HOUR_MS) / 60_000) * 60_000
const TOMORROW = now + 23.5 * HOUR_MS
const wallClock = (instant: number): string => `${formatIsoDate(instant)} ${formatClock(instant)}`
const QUIET = { from: formatClock(now - HOUR_MS), to: formatClock(ENDS_AT) }

let browser: Browser
let product: Product
let staff: StaffBrowser
let article: StaffArticle
let ben: Member
let noticeId = ''
const faults: string[] = []

const order = (method: string, path: string, json: object) =>
  request(`${product.url}/sandbox/api${path}`, method, { json })

beforeAll(async () => {
  // one send at a time: there is somebody who waits
  process.env.SEND_CONCURRENCY = '1'
  product = await startProduct()
  delete process.env.SEND_CONCURRENCY
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Somebody who is logged in already, at a device of a look. */
async function staffSession(viewport: { width: number; height: number }, scheme: 'light' | 'dark'): Promise<Session> {
  const session = await openSession(browser, viewport, scheme)
  const [name = '', value = ''] = (staff.cookie() ?? '').split('=')
  await session.context.addCookies([{ name, value, url: product.url }])
  return session
}

/** Shows a screen in every look; each is kept as a picture, and heard. */
async function inEveryLook(show: (page: Page, see: (name: string) => Promise<void>) => Promise<void>): Promise<void> {
  for (const [device, scheme, viewport] of LOOKS) {
    const session =
      staff === undefined ? await openSession(browser, viewport, scheme) : await staffSession(viewport, scheme)
    await show(session.page, async (name) => {
      await session.page.waitForLoadState('networkidle')
      await picture(session.page, `admin-${name}-${device}-${scheme}`)
      expect(await accessibilityFaults(session.page)).toEqual([])
    })
    faults.push(...session.faults)
    await session.context.close()
  }
}

async function openDialog(page: Page) {
  await page.goto(`${product.url}/admin/articles/${article.id}`)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '通知订阅者' }).check()
  await dialog.getByText(/将有\s*2\s*位会员收到通知/).waitFor()
  return dialog
}

it('the first set-up', async () => {
  await inEveryLook(async (page, see) => {
    await page.goto(`${product.url}/admin/`)
    await page.getByLabel('设置码').waitFor()
    await see('setup')
    await page.getByRole('button', { name: '完成设置' }).click()
    await page.getByText('请填写此项。').first().waitFor()
    await see('setup-refused')
  })
})

it('a house with members, and an event to announce in its quiet hours', async () => {
  staff = await asAdministrator(product)
  const rules = { quietHours: QUIET, pauseAfterErrors: 50, reminders: [1440, 120] }
  expect((await staff.call('PUT', '/api/admin/settings/notices', { json: rules })).status).toBe(200)
  await (await newMember(product)).accept('new_events')
  ben = await newMember(product)
  await ben.accept('new_events')
  await (await newMember(product)).turnOn('new_events')
  article = await keepDraft(staff, eventArticle({ title: '社工督导沙龙' }))
})

it('the publish dialog says until when the notice waits, and what it means not to wait', async () => {
  const until = formatDateTime(ENDS_AT)
  await inEveryLook(async (page, see) => {
    const dialog = await openDialog(page)
    await dialog.getByText(`通知会等到 ${until} 再发出`).waitFor()
    await see('publish-quiet')
    await dialog.getByRole('checkbox', { name: '夜间也发送' }).check()
    await dialog.getByText('通知仍会立即发出').waitFor()
    await see('publish-at-night')
    await dialog.getByText('定时发布', { exact: true }).click()
    await chooseDate(page, '定时发布时间', wallClock(TOMORROW))
    await dialog.getByText('通知仍会准时发出').waitFor()
    await dialog.getByRole('checkbox', { name: '夜间也发送' }).uncheck()
    await dialog.getByText('届时是安静时段').waitFor()
    await see('publish-later')
  })
})

it('a publication that is set for the quiet hours says what was decided, and keeps it when its time is changed', async () => {
  const { page, context } = await staffSession(DESKTOP, 'light')
  let dialog = await openDialog(page)
  const set = async () => {
    await dialog.getByRole('button', { name: '定时发布并通知' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await dialog.getByText('定时发布', { exact: true }).click()
  await chooseDate(page, '定时发布时间', wallClock(TOMORROW))
  await set()
  await page.getByText(`届时是安静时段，通知等到 ${formatDateTime(ENDS_AT + 24 * HOUR_MS)} 再发出。`).waitFor()
  await picture(page, 'admin-set-for-later-desktop-light')
  expect(await accessibilityFaults(page)).toEqual([])

  const change = async () => {
    await page.getByRole('button', { name: '更改时间' }).click()
    dialog = page.getByRole('dialog')
    return dialog.getByRole('checkbox', { name: '夜间也发送' })
  }
  await (await change()).check()
  await set()
  await page.getByText('届时是安静时段，通知等到').waitFor({ state: 'detached' })
  expect(await (await change()).isChecked()).toBe(true)
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '取消定时' }).click()
  await page.getByText('已取消定时发布').waitFor()
  await context.close()
})

it('a notice that goes out in the quiet hours because staff said so, held by staff', async () => {
  await order('PUT', '/settings', { latencyMs: 4_000 })
  await order('POST', '/faults', { kind: 'black_hole', phoneId: ben.phoneId })
  const { page, context } = await staffSession(DESKTOP, 'light')
  const dialog = await openDialog(page)
  await dialog.getByRole('checkbox', { name: '夜间也发送' }).check()
  await dialog.getByRole('button', { name: /^发布并通知/ }).click()
  await page.getByRole('button', { name: '暂停发送' }).waitFor()
  noticeId = page.url().split('/').at(-1) ?? ''
  await page.getByText('夜间也发送').waitFor()
  expect((await staff.call('POST', `/api/admin/notices/${noticeId}/pause`)).status).toBe(200)
  await context.close()
  await inEveryLook(async (shown, see) => {
    await shown.goto(`${product.url}/admin/notices/${noticeId}`)
    await shown.getByText('由工作人员暂停').waitFor()
    await see('notice-paused')
  })
})

it('its end: who could not be told and why, whose outcome nobody knows, and what happened to one of them', async () => {
  await order('PUT', '/settings', { latencyMs: 0 })
  expect((await staff.call('POST', `/api/admin/notices/${noticeId}/resume`)).status).toBe(200)
  const notice = await untilOver(staff, noticeId, 40_000)
  expect(notice.counts).toMatchObject({ sent: 1, unknown: 1, skipped: 1 })
  await inEveryLook(async (page, see) => {
    await page.goto(`${product.url}/admin/notices/${noticeId}`)
    const unknown = page.getByRole('region', { name: '结果未知的会员' })
    await unknown.waitFor()
    await see('notice-finished')
    await unknown.scrollIntoViewIfNeeded()
    await see('notice-unknown')
    await unknown.getByRole('button', { name: /^经过/ }).click()
    await page.getByRole('dialog', { name: '送达经过' }).getByText('正在发送').waitFor()
    await see('notice-timeline')
  })
})

it('nothing broke on the way', () => expect(faults).toEqual([]))
