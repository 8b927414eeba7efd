import type { Browser } from 'playwright-core'
import type { ChannelNode } from '../../shared/contract'
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

async function open(viewport: { width: number; height: number }, scheme: 'light' | 'dark') {
  const session = await openSession(browser, viewport, scheme)
  const [name = '', value = ''] = (staff.cookie() ?? '').split('=')
  await session.context.addCookies([{ name, value, url: product.url }])
  await session.page.goto(`${product.url}/admin/settings`)
  await session.page.getByRole('navigation', { name: '设置' }).getByRole('link', { name: '栏目' }).click()
  await session.page.getByRole('heading', { name: '栏目设置' }).waitFor()
  return session
}

const tree = async () => (await request<{ channels: ChannelNode[] }>(`${product.url}/api/channels`)).body.channels

it.each([
  ['desktop', 'light', DESKTOP],
  ['desktop', 'dark', DESKTOP],
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
] as const)('can be read and reached: %s, %s', async (device, scheme, viewport) => {
  const { page, context, faults } = await open(viewport, scheme)
  await page.getByLabel('本站公告的名称').fill('')
  await page.getByText('请填写名称。').waitFor()
  await picture(page, `admin-channels-${device}-${scheme}`, true)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})

it('a channel is renamed, moved and hidden by keyboard, after a warning, and members see it so', async () => {
  const { page, context } = await open(DESKTOP, 'light')
  await page.getByLabel('本站公告的名称').fill('站务公告')
  await page.getByRole('button', { name: '上移“站务公告”' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('switch', { name: '会员可见：新闻速递' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: '保存栏目' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('隐藏“新闻速递”？').last().waitFor()
  await dialog.getByText('会员将立即看不到').waitFor()
  await picture(page, 'admin-channels-hide')
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: '取消' }).click()
  expect((await tree()).map(({ name }) => name)).toEqual(['协会资讯', '本站公告'])
  await page.getByRole('button', { name: '保存栏目' }).click()
  await page.getByRole('button', { name: /^隐\s?藏$/ }).click()
  await page.getByText('栏目已保存').waitFor()
  const seen = await tree()
  expect(seen.map(({ name }) => name)).toEqual(['站务公告', '协会资讯'])
  expect(seen[1]?.children.map(({ slug }) => slug)).toEqual(['notices', 'events'])
  await page.reload()
  await page.getByText('原名“本站公告”').waitFor()
  await page.getByRole('button', { name: '恢复原名' }).click()
  expect(await page.getByLabel('本站公告的名称').inputValue()).toBe('本站公告')
  await context.close()
})
