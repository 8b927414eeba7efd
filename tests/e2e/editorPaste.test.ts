import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { OFFICIAL_ACCOUNT } from '../../server/admin/ui/richtext/paste/samples/officialAccount'
import { WORD } from '../../server/admin/ui/richtext/paste/samples/word'
import type { Media, StaffArticle } from '../../shared/contract'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let session: Session
let page: Page

const photo = (hue: number): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: { r: hue, g: 130, b: 140 } } })
    .png()
    .toBuffer()

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

const text = () => page.getByRole('textbox', { name: '正文' })
const write = async (title: string) => {
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('标题').fill(title)
  await page.getByLabel('栏目').selectOption('notices')
  await text().click()
}
/** What the clipboard of an office program holds, pasted as the browser hands it over. */
const paste = (data: Record<string, string>) =>
  text().evaluate((element, entries) => {
    const clipboardData = new DataTransfer()
    for (const [type, content] of Object.entries(entries)) clipboardData.setData(type, content)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
const blocks = () => text().evaluate((element) => [...element.children].map(({ tagName }) => tagName.toLowerCase()))
const saved = async (): Promise<StaffArticle> => {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => /\/api\/admin\/articles(\/\w{26})?$/.test(response.url()) && response.ok()),
    page.keyboard.press('Control+s'),
  ])
  await page.getByText(/^已保存 \d/).waitFor()
  return (await answer.json()) as StaffArticle
}

test('a text from Word comes with its lists, its table and, out of the same clipboard, its picture', async () => {
  await write('从 Word 粘贴')
  const rtf = `{\\rtf1{\\*\\shppict{\\pict\\picw80\\pngblip\\bliptag1{\\*\\blipuid 00aa}\n${(await photo(90)).toString('hex')}}}}`
  await paste({ 'text/html': WORD, 'text/rtf': rtf, 'text/plain': '社区义工日安排' })
  await text().getByRole('textbox', { name: '图片文字说明' }).waitFor()
  expect(await text().locator('ol > li').first().innerText()).toContain('引导组')
  expect(await text().locator('ol ul li').count()).toBe(2)
  expect(await text().locator('h2').innerText()).toBe('社区义工日安排')
  const { bodyHtml } = await saved()
  expect(bodyHtml).toMatch(/<img src="\/uploads\/\w{26}\.webp"/)
  expect(bodyHtml).not.toMatch(/mso|class=|<span|file:/)
  await picture(page, 'paste-word-light')
})

test('Word gave no picture: its place says so by name, the text can be saved, and a chosen file takes the place', async () => {
  await write('没有图片的 Word')
  await paste({ 'text/html': WORD })
  const place = text().locator('[data-held-place]')
  await place.getByText(/“clip_image002.png”没有带入/).waitFor()
  await page.getByText('有 1 张图片没有带入').waitFor()
  await page.getByRole('button', { name: /有 1 张图片还没有带入/ }).waitFor()
  expect((await saved()).bodyHtml).not.toMatch(/<img|data-held/)
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'paste-held-light')
  await place
    .getByLabel(/^选择图片/)
    .setInputFiles({ name: '合影.png', mimeType: 'image/png', buffer: await photo(10) })
  await text().getByRole('textbox', { name: '图片文字说明' }).waitFor()
  expect((await saved()).bodyHtml).toMatch(/<img src="\/uploads\//)
})

test('a text of an official account: its pictures are fetched by the server, one is tried again', async () => {
  const admin = page.request
  const upload = async (hue: number): Promise<Media> => {
    const file = { name: 'a.png', mimeType: 'image/png', buffer: await photo(hue) }
    const headers = { origin: product.url }
    return (await (
      await admin.post(`${product.url}/api/admin/media`, { multipart: { file }, headers })
    ).json()) as Media
  }
  const kept = await upload(200)
  const asked: string[] = []
  // stands in for WeChat's picture host, which the test cannot reach
  await page.route('**/api/admin/media/import', async (route) => {
    const { url } = route.request().postDataJSON() as { url: string }
    asked.push(url)
    const refused = asked.length === 1
    await route.fulfill(
      refused
        ? { status: 422, json: { error: { code: 'picture_unreachable', message: '没有取到这张图片。' } } }
        : { status: 201, json: kept },
    )
  })
  await write('从公众号粘贴')
  await paste({ 'text/html': OFFICIAL_ACCOUNT })
  await text()
    .getByText(/没有带入：没有取到这张图片/)
    .waitFor()
  await text().getByRole('textbox', { name: '图片文字说明' }).waitFor()
  await text().getByRole('button', { name: '重试' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.ProseMirror [data-held-place]').length === 0)
  expect(await text().getByRole('textbox', { name: '图片文字说明' }).count()).toBe(2)
  expect(new Set(asked)).toEqual(
    new Set([
      'https://mmbiz.qpic.cn/sz_mmbiz_jpg/aB3dEfGh/640?wx_fmt=jpeg&from=appmsg',
      'https://mmbiz.qpic.cn/mmbiz_png/zZ9/640?wx_fmt=png&tp=webp',
    ]),
  )
  expect(await blocks()).not.toContain('section')
  const { bodyHtml } = await saved()
  expect(bodyHtml).not.toMatch(/script|onclick|javascript|mmbiz/)
  await page.unroute('**/api/admin/media/import')
})

test('a place that was not filled is found again after the browser was closed', async () => {
  await write('写到一半')
  await paste({ 'text/html': '<p>前</p><img src="http://127.0.0.1/office.png"><p>后</p>' })
  await text()
    .getByText(/没有带入：这张图片的地址不在公开的互联网上/)
    .waitFor()
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('写到一半')))
  page.once('dialog', (dialog) => void dialog.accept())
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByRole('button', { name: '恢复修改' }).click()
  await text()
    .getByText(/没有带入：这张图片的地址不在公开的互联网上/)
    .waitFor()
  await text().getByRole('button', { name: '不要这张' }).click()
  expect(await text().locator('[data-held-place]').count()).toBe(0)
})

test('twenty photos put into a text, one of them broken: nineteen stand there in order, the broken one says why', async () => {
  await write('二十张照片')
  const files = await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const buffer = await photo(10 * number)
      const name = number === 12 ? '坏照片.png' : `照片${number}.png`
      return { name, mimeType: 'image/png', buffer: number === 12 ? buffer.subarray(0, 60) : buffer }
    }),
  )
  await page.getByLabel('选择正文图片').setInputFiles(files)
  await page.getByText('有 1 张图片没有带入').waitFor()
  await text()
    .getByText(/“坏照片.png”没有带入：图片已损坏或不完整/)
    .waitFor()
  expect(await text().getByRole('textbox', { name: '图片文字说明' }).count()).toBe(19)
  const order = await text()
    .locator('figure')
    .evaluateAll((all) => all.map((one) => one.hasAttribute('data-held-place')))
  expect(order.indexOf(true)).toBe(12)
  await text().getByRole('button', { name: '不要这张' }).click()
  expect((await saved()).bodyHtml.match(/<img/g)).toHaveLength(19)
})

test('a table of a thousand rows is refused in words, scripts leave nothing', async () => {
  await write('大表格')
  const rows = '<tr><td>项</td><td>1</td></tr>'.repeat(1000)
  await paste({ 'text/html': `<p>表格如下</p><table>${rows}</table><script>window.hacked = 1</script>` })
  await page.getByText(/粘贴的表格有 1000 行，没有带入：正文中的表格最多 200 行/).waitFor()
  expect((await text().innerText()).trim()).toBe('表格如下')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(session.faults).toEqual([])
})

test('a page full of scripts leaves its words alone: nothing runs, nothing of it is kept', async () => {
  await write('从可疑的网页粘贴')
  const hostile = `<p onclick="hacked=1" style="background:url(javascript:hacked=1)">正常的一段</p>
    <img src="x" onerror="window.hacked=1"><svg onload="window.hacked=1"><script>window.hacked=1</script></svg>
    <iframe srcdoc="<script>parent.hacked=1</script>"></iframe><object data="javascript:hacked=1"></object>
    <math><mi xlink:href="javascript:hacked=1">数</mi></math><form action="javascript:hacked=1"><input autofocus onfocus="hacked=1"></form>
    <style>@import 'javascript:hacked=1'; p { display: none }</style><meta http-equiv="refresh" content="0;url=javascript:hacked=1">
    <p><a href="javascript:window.hacked=1">点我</a><a href="data:text/html,<script>1</script>">看图</a><a href=" java\tscript:hacked=1">再点</a></p>
    <script>window.hacked = 1</script><p>最后一段</p>`
  await paste({ 'text/html': hostile })
  await text().getByText('最后一段').waitFor()
  const { bodyHtml } = await saved()
  expect(bodyHtml).toContain('正常的一段')
  expect(bodyHtml).not.toMatch(
    /script|javascript|on\w+=|<(?:svg|iframe|object|form|input|style|meta|math)|data:|style=/i,
  )
  await page.reload()
  await text().getByText('最后一段').waitFor()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(await text().locator('a').count()).toBe(0)
  expect(session.faults).toEqual([])
})

test('a thousand rows pasted into a text hold nobody up: what was written stays, and is saved at once', async () => {
  await write('先写了一段')
  await page.keyboard.type('已经写好的话。')
  const rows = '<tr><td>张三</td><td><b>13800000000</b></td></tr>'.repeat(1000)
  await paste({ 'text/html': `<table>${rows}</table>`, 'text/plain': '张三\t13800000000\n'.repeat(1000) })
  await page.getByText(/粘贴的表格有 1000 行，没有带入/).waitFor()
  await text().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('接着写。')
  expect((await saved()).bodyHtml).toBe('<p>已经写好的话。接着写。</p>')
})
