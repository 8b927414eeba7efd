import type { Browser } from 'playwright-core'
import type { Home } from '../../shared/contract'
import { request } from '../support/http'
import { asAdministrator, type StaffBrowser } from '../support/staff'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'

let browser: Browser
let product: Product
let staff: StaffBrowser

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  staff = await asAdministrator(product)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it.each([
  ['desktop', 'light', DESKTOP],
  ['desktop', 'dark', DESKTOP],
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
] as const)('shows a month, goes to others, and opens what stands in it: %s, %s', async (device, scheme, viewport) => {
  const event = (await request<Home>(`${product.url}/api/home`)).body.events[0]
  if (event === undefined || event.event === null) throw new Error('the sample has one')
  const { page, context, faults } = await openSession(browser, viewport, scheme)
  const [name = '', value = ''] = (staff.cookie() ?? '').split('=')
  await context.addCookies([{ name, value, url: product.url }])
  const month = new Date(Date.parse(event.event.startsAt) + 8 * 3_600_000).toISOString().slice(0, 7)
  await page.goto(`${product.url}/admin/calendar?month=${month}`)
  const entry = page.getByRole('link', { name: new RegExp(`活动.*${event.title.slice(0, 4)}`) }).first()
  await entry.waitFor()
  await picture(page, `admin-calendar-${device}-${scheme}`, true)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('button', { name: '下个月' }).click()
  await page.getByRole('button', { name: '下个月' }).click()
  await page.getByRole('button', { name: '下个月' }).click()
  await page.getByText('这个月还没有安排。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto(`${product.url}/admin/calendar?month=${month}`)
  await entry.click()
  await page.waitForURL(`**/admin/articles/${event.id}`)
  expect(faults).toEqual([])
  await context.close()
})
