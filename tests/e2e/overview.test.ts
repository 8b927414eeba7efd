import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type { Home } from '../../shared/contract'
import { request } from '../support/http'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, setUpAdministrator } from './support/staff'

const SMALL = { width: 1280, height: 800 }
let browser: Browser
let product: Product

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  const { page, context } = await openSession(browser, DESKTOP)
  await setUpAdministrator(page, product)
  await context.close()
  const { body } = await request<Home>(`${product.url}/api/home`)
  const articles = body.latest.flatMap(({ items }) => items)
  for (const [at, { id }] of articles.entries()) {
    for (let opened = 0; opened < 30 - at * 3; opened += 1) {
      await request(`${product.url}/api/articles/${id}/views`, 'POST', { json: { opening: randomUUID() } })
    }
  }
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it.each([
  ['desktop', 'light', DESKTOP],
  ['desktop', 'dark', DESKTOP],
  ['office', 'light', SMALL],
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
] as const)('is what staff see first, with a table beside each plot: %s, %s', async (device, scheme, viewport) => {
  const { page, context, faults } = await openSession(browser, viewport, scheme)
  await page.goto(`${product.url}/admin/`)
  await page.getByLabel('账号').fill(ADMINISTRATOR.login)
  await page.getByLabel('密码').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '概览' }).waitFor()
  await page.getByLabel('时间范围').selectOption('7')
  await page.getByRole('list', { name: '浏览最多的文章' }).getByText('30', { exact: true }).waitFor()
  await picture(page, `admin-overview-${device}-${scheme}`, true)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByText('以表格查看每日浏览次数').click()
  const table = page.getByRole('region', { name: '每日浏览次数的表格' })
  const total = Number(await table.getByRole('row').last().getByRole('cell').innerText())
  expect(total).toBeGreaterThan(100)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

  await page.getByRole('combobox', { name: '栏目' }).selectOption({ label: '通知公告' })
  expect(Number(await table.getByRole('row').last().getByRole('cell').innerText())).toBeLessThan(total)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 CSV 表格' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^概览-.*\.csv$/)
  expect(
    readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(8)
  expect(faults).toEqual([])
  await context.close()
})
