import type { Browser, Locator, Page } from 'playwright-core'
import { formatClock, formatIsoDate, HOUR_MS } from '../../shared/domain/time'
import { ADMINISTRATOR, asAdministrator } from '../support/staff'
import { until } from '../support/until'
import { DESKTOP, launchBrowser, openSession, picture } from './support/browser'
import { newMember } from './support/members'
import { startProduct, type Product } from './support/product'

/** The whole way of a piece of news, with no pointer at all: nothing here is clicked, filled in or focused for somebody. */

const TITLE = '社工督导沙龙'
// so soon that no reminder is set for it
const STARTS = Date.now() + 1.5 * HOUR_MS
const wallClock = (instant: number): string => `${formatIsoDate(instant)} ${formatClock(instant)}`
/** No screen has so many stops that somebody would not find what they want by then. */
const MOST_STOPS = 150

let browser: Browser
let product: Product

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  await asAdministrator(product)
  await (await newMember(product)).accept('new_events')
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const hasFocus = (target: Locator): Promise<boolean> =>
  target.first().evaluate((element) => element === document.activeElement || element.contains(document.activeElement))

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor({ state: 'attached' })
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

async function typeInto(page: Page, label: string, value: string, ...then: string[]): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(value)
  for (const key of then) await page.keyboard.press(key)
}

/** Goes through the choices of a field with the arrow until the wanted one stands there. */
async function choose(page: Page, label: string, wanted: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await tabTo(page, field)
  await page.keyboard.press('Home')
  await until(
    async () => {
      const chosen = await field.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? '')
      if (!chosen.includes(wanted)) await page.keyboard.press('ArrowDown')
      return chosen
    },
    (chosen) => chosen.includes(wanted),
  )
}

async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box)
  if (!(await box.isChecked())) await page.keyboard.press('Space')
  expect(await box.isChecked()).toBe(true)
}

test('log in, write an event, publish it with a notice, look at the notice, log out', async () => {
  const { page, context, faults } = await openSession(browser, DESKTOP)
  await page.goto(`${product.url}/admin/`)
  await typeInto(page, '账号', ADMINISTRATOR.login)
  await typeInto(page, '密码', ADMINISTRATOR.password, 'Enter')
  await page.getByRole('heading', { name: '概览' }).waitFor()

  await tabTo(page, page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '文章' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '文章' }).waitFor()
  await tabTo(page, page.getByRole('button', { name: '写文章' }))
  await page.keyboard.press('Enter')

  await typeInto(page, '标题', TITLE)
  await typeInto(page, '正文', '请提前十分钟到场。')
  await page.getByText('9 字').or(page.getByText('请提前十分钟到场。')).first().waitFor()
  await choose(page, '栏目', '活动预告')
  await typeInto(page, '开始时间', wallClock(STARTS), 'Enter')
  await typeInto(page, '结束时间', wallClock(STARTS + HOUR_MS), 'Enter')
  await typeInto(page, '活动地点', '协会活动室')

  await tabTo(page, page.getByRole('button', { name: '发布', exact: true }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '发布文章' })
  await dialog.waitFor()
  await tick(page, dialog.getByRole('checkbox', { name: '通知订阅者' }))
  await dialog
    .getByText(/1\s*位会员/)
    .first()
    .waitFor()
  const atNight = dialog.getByRole('checkbox', { name: '夜间也发送' })
  await tick(page, atNight)
  await tabTo(page, dialog.getByRole('button', { name: /发布并通知/ }))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: '查找' })
  await palette.waitFor()
  await page.keyboard.type('通知')
  await until(
    async () => {
      const chosen = await palette.getByRole('option', { selected: true }).innerText()
      if (chosen.trim() !== '通知') await page.keyboard.press('ArrowDown')
      return chosen.trim()
    },
    (chosen) => chosen === '通知',
  )
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '通知', exact: true }).waitFor()
  await tabTo(page, page.getByRole('list', { name: '通知列表' }).getByRole('link', { name: TITLE }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: TITLE }).waitFor()
  await picture(page, 'keyboard-job-notice')
  const delivery = page.getByRole('list', { name: '送达记录' }).getByRole('button').first()
  await tabTo(page, delivery)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await until(
    () => hasFocus(delivery),
    (is) => is,
  )

  await tabTo(page, page.getByRole('button', { name: `账号：${ADMINISTRATOR.name}` }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const leave = page.getByRole('menuitem', { name: '退出登录' })
  await leave.waitFor()
  await page.keyboard.press('Tab')
  await until(
    async () => {
      if (!(await hasFocus(leave))) await page.keyboard.press('ArrowDown')
      return hasFocus(leave)
    },
    (is) => is,
  )
  await page.keyboard.press('Enter')
  await page.getByLabel('账号', { exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})
