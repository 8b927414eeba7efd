import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let session: Session
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  session = await openSession(browser, DESKTOP)
  ;({ page } = session)
  await setUpAdministrator(page, product).catch(() => undefined)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const checks = () => page.getByRole('region', { name: '发布前检查' })
const line = (words: string | RegExp) => checks().getByRole('button', { name: words })
const selected = () => page.evaluate(() => window.getSelection()?.toString() ?? '')

const BODY = `<p>咨询电话：<strong>0756-221282</strong>，也可点<a href="http://192.168.1.20/form">报名表</a>。</p>
<p>本文不谈选举。</p>`

test('the panel tells what is missing and what looks wrong, and a press leads to the place', async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await line(/标题：请填写此项/).click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('标题')
  await page.keyboard.type('关于二〇二六年冬季社区志愿服务活动报名时间以及相关安排的通知')
  await line(/标题较长/).waitFor()
  await line(/正文：请填写正文/).click()
  await page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', '正文')
    document
      .querySelector('.ProseMirror')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, BODY)
  await line(/电话号码“0756-221282”位数不对/).click()
  expect(await selected()).toBe('0756-221282')
  await line(/出现“选举”/).click()
  expect(await selected()).toBe('选举')
  await line(/会员打不开这个链接：http:\/\/192\.168\.1\.20\/form/).click()
  expect(await selected()).toBe('报名表')
  await line(/没有封面图片/).click()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('选择或拖入封面')
  await picture(page, 'checks-desktop-light')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a picture without words is told and led to; once it is described the line is gone', async () => {
  const bytes = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 120 } })
  await page.getByLabel('选择正文图片').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: bytes })
  await line(/正文第 1 张图片缺少文字说明/).click()
  await page.keyboard.type('海滨志愿者')
  await line(/正文第 1 张图片缺少文字说明/).waitFor({ state: 'detached' })
})

test('warnings hold nothing up: the article is published as it is', async () => {
  await page.getByLabel('栏目').selectOption('notices')
  expect(await checks().getByText('必填').count()).toBe(0)
  expect(await checks().getByText('建议').count()).toBeGreaterThan(2)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: /发布/ }).last().click()
  await page.getByText('已发布').first().waitFor()
})

test('an event of last week and a deadline after its start are pointed at', async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('栏目').selectOption('events')
  for (const [label, value] of [
    ['开始时间', '2025-12-01 02:00'],
    ['结束时间', '2025-12-30 04:00'],
  ] as const) {
    await page.getByLabel(label).fill(value)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  await line(/活动开始时间已经过去/).waitFor()
  await line(/活动在凌晨开始/).waitFor()
  await line(/活动持续超过 14 天/).click()
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toContain('2025-12-30')
})

test.each([
  ['dark', DESKTOP, 'desktop'],
  ['light', PHONE, 'phone'],
  ['dark', PHONE, 'phone'],
] as const)('in the %s look', async (scheme, viewport, name) => {
  const other = await openSession(browser, viewport, scheme)
  await other.context.addCookies(await session.context.cookies())
  await other.page.goto(`${product.url}/admin/articles/new`)
  const part = other.page.getByRole('region', { name: '发布前检查' })
  await part.scrollIntoViewIfNeeded()
  await picture(other.page, `checks-${name}-${scheme}`)
  expect(await accessibilityFaults(other.page)).toEqual([])
  expect(other.faults).toEqual([])
  await other.context.close()
})
