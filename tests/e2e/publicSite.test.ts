import type { Browser, Page } from 'playwright-core'
import { eventArticle, eventInput, articleInput } from '../support/factories'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import type { StaffArticle } from '../../shared/contract'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'

/** The pages for people outside WeChat, as they are read by eye, by a screen reader, on paper and without a script. */
let browser: Browser
let product: Product
let staff: StaffBrowser
let event: StaffArticle
let long: StaffArticle
let gone: StaffArticle

const BODY = `<h2>服务时间</h2><p>请各会员单位<strong>提前</strong>安排，表格可在<a href="https://example.org/form">填报系统</a>下载。</p>
<ol><li>准备材料<ul><li>登记证书</li><li>年度报告</li></ul></li><li>线上提交</li></ol>
<table><tbody><tr><th>日期</th><th>时间</th><th>地点</th></tr><tr><td>12 月 5 日</td><td>上午 9:00—11:30</td><td>协会活动室，香洲区人民东路 112 号</td></tr></tbody></table>
<blockquote><p>助人自助，温暖同行。</p></blockquote><hr><p>特此通知。</p><p style="text-align: right">珠海市社会工作协会</p>`

async function publish(input: object): Promise<StaffArticle> {
  const { id, version } = await keepDraft(staff, input)
  const json = { version, notice: null }
  return (await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json })).body
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  staff = await asAdministrator(product)
  event = await publish(
    eventArticle({ title: '社工督导沙龙：陪伴的边界', event: eventInput({ decision: 'scheduled' }) }),
  )
  long = await publish(articleInput({ title: '关于开展年度社会工作服务机构信息报送的通知', bodyHtml: BODY }))
  gone = await publish(articleInput({ title: '发错的通知' }))
  await staff.call('POST', `/api/admin/articles/${gone.id}/withdraw`, { json: { version: gone.version } })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const firstSample = async (page: Page) => {
  await page.goto(`${product.url}/channels/express`)
  return (await page.locator('.item a').first().getAttribute('href')) ?? ''
}

it.each([
  ['a phone by day', PHONE, 'light'],
  ['a phone at night', PHONE, 'dark'],
  ['a large screen by day', DESKTOP, 'light'],
  ['a large screen at night', DESKTOP, 'dark'],
] as const)(
  'is good to read on %s, for everybody',
  async (_where, viewport, look) => {
    const { page, context, faults } = await openSession(browser, viewport, look)
    const sample = await firstSample(page)
    const places = [
      ['home', `${product.url}/articles`],
      ['channel', `${product.url}/channels/events`],
      ['event', `${product.url}/articles/${event.id}`],
      ['article', `${product.url}/articles/${long.id}`],
      ['sample', sample],
      ['gone', `${product.url}/articles/${gone.id}`],
    ] as const
    for (const [name, address] of places) {
      await page.goto(address)
      await picture(page, `site-${name}-${viewport.width}-${look}`, true)
      expect([name, await accessibilityFaults(page)]).toEqual([name, []])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([name, overflow]).toEqual([name, 0])
    }
    expect(faults).toEqual([])
    await context.close()
  },
  120_000,
)

it('is read without a script, by keyboard, and on paper', async () => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${product.url}/articles`)
  await page.getByRole('link', { name: long.title }).first().click()
  await page.getByRole('heading', { level: 1, name: long.title }).waitFor()
  await page.getByText('在微信小程序中打开').click()
  await page.locator('details img').waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('link', { name: '在会员端打开' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('link', { name: '在会员端打开' }).waitFor({ state: 'hidden' })
  await picture(page, 'site-article-print', true)
  await context.close()
})

it('leads into the members’ app', async () => {
  const { page, context, faults } = await openSession(browser, PHONE)
  await page.goto(`${product.url}/articles/${event.id}`)
  await page.getByRole('link', { name: '在会员端打开' }).click()
  await page.waitForURL(/\/pages\/article\/index\?id=/)
  await page.getByText(event.title).filter({ visible: true }).first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
