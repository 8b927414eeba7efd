import type { Browser, Page } from 'playwright-core'
import type { StaffArticle } from '../../shared/contract'
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
}, 90_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const text = () => page.getByRole('textbox', { name: '正文' })

test('an attachment and a video go into a text, what is no attachment is refused by name, and members use both', async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('标题').fill('带附件的通知')
  await page.getByLabel('栏目').selectOption('notices')
  await text().click()
  await page.keyboard.type('报名表见附件。')
  await page.getByLabel('选择附件').setInputFiles([
    { name: '网页.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') },
    { name: '报名表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
  ])
  await text().getByText('报名表.pdf').waitFor()
  await page.getByText('“网页.html”没有上传：附件仅支持 PDF、Word、Excel、PPT 和 zip 文件。').waitFor()

  await page.getByRole('button', { name: '插入视频链接' }).click()
  await page.getByRole('button', { name: '插入视频', exact: true }).click()
  await page.getByText('请粘贴以 https 开头的视频网页地址。').waitFor()
  await page
    .getByLabel('视频地址')
    .fill('【宣传片】协会十周年 https://www.bilibili.com/video/BV1xx411c7mD?p=1 复制打开')
  await page.getByLabel('视频标题').fill('协会十周年')
  await picture(page, 'cards-video-light')
  await page.getByRole('button', { name: '插入视频', exact: true }).click()
  await text().getByText('视频 · 哔哩哔哩').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'cards-editor-light')

  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/admin/articles') && response.status() === 201),
    page.keyboard.press('Control+s'),
  ])
  const { id, version, bodyHtml } = (await answer.json()) as StaffArticle
  expect(bodyHtml).toMatch(/<aside data-file="\w{26}" data-name="报名表.pdf" data-bytes="15"><\/aside>/)
  const published = await page.request.post(`${product.url}/api/admin/articles/${id}/publish`, {
    data: { version, notice: null },
    headers: { origin: product.url },
  })
  expect(published.status()).toBe(200)

  for (const scheme of ['light', 'dark'] as const) {
    const member = await openSession(browser, PHONE, scheme)
    await member.page.goto(`${product.url}/pages/article/index?id=${id}`)
    const card = member.page.getByRole('button', { name: /报名表.pdf/ })
    await card.waitFor()
    await picture(member.page, `cards-member-${scheme}`)
    expect(await accessibilityFaults(member.page)).toEqual([])
    const [download] = await Promise.all([member.page.waitForEvent('download'), card.click()])
    expect(download.suggestedFilename()).toBe('报名表.pdf')
    const [opened] = await Promise.all([
      member.context.waitForEvent('page'),
      member.page.getByRole('button', { name: /协会十周年/ }).click(),
    ])
    await opened.close()
    expect(member.faults).toEqual([])
    await member.context.close()
  }
})
