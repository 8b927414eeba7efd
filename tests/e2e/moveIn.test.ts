import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Browser, Page } from 'playwright-core'
import { ZipFile } from 'yazl'
import { oldPage, oldText } from '../../server/features/importing/testing/oldPage'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

const PUBLISHER = '珠海市社会工作协会'
/** As the old site wrote it, saved as text by a browser, its section read wrongly twice. */
const SAVED_TEXT = oldText(
  {
    ...{ title: '协会召开年度工作总结会', publisher: PUBLISHER, channel: '新闻速递', views: 4092, bodyHtml: '' },
    publishedAt: Date.UTC(2017, 9, 27, 2, 54, 0),
    paragraphs: ['协会于10月27日召开年度工作总结会，三十余名会员代表参加。', '会上通报了今年的志愿服务情况。'],
  },
  'gbk-twice-lost',
)
const GBK_PAGE = oldPage(
  {
    ...{ title: '关于举办社工实务督导沙龙的通知', publisher: PUBLISHER, channel: '通知公告', views: 318 },
    publishedAt: Date.UTC(2016, 4, 4, 2, 0, 0),
    bodyHtml: '<p>各会员单位：</p><p>定于下月举办督导沙龙。</p><p><img src="../upload/hall.jpg"></p>',
  },
  { encoding: 'gbk', garbling: 'gbk' },
)
/** Nothing of a stranger's page is ever run: its words alone are shown. */
const HOSTILE_PAGE = oldPage(
  {
    ...{ title: '<img src=x onerror=alert(1)>志愿者招募', publisher: PUBLISHER, channel: '没有的栏目', views: 12 },
    publishedAt: Date.UTC(2015, 2, 2, 2, 0, 0),
    bodyHtml: '<p>招募<script>alert(2)</script>志愿者<a href="javascript:alert(3)">报名</a></p>',
  },
  { encoding: 'gbk', garbling: 'none' },
)

async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'move-in-e2e-'))
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(join(folder, 'a.zip')))
  const content = readFileSync(join(folder, 'a.zip'))
  rmSync(folder, { recursive: true })
  return content
}

let browser: Browser
let product: Product
let session: Session
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  session = await openSession(browser, DESKTOP)
  ;({ page } = session)
  await setUpAdministrator(page, product)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const give = (name: string, buffer: Buffer) =>
  page.getByLabel('选择旧网站的文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

test('a file over 20 MB is refused in words before it leaves the computer, and one of another kind by the server', async () => {
  await page.getByRole('link', { name: '搬迁旧站' }).click()
  await page.getByRole('heading', { name: '上传旧网站的文件' }).waitFor()
  await picture(page, 'move-in-empty-light')
  await give('旧站.zip', Buffer.alloc(20 * 1024 * 1024 + 1))
  await page.getByRole('alert').getByText('文件不能超过 20 MB。').waitFor()
  await give('程序.exe', Buffer.from('MZ'))
  await page.getByRole('alert').getByText('请上传 zip、html、txt').waitFor()
  await page.getByRole('link', { name: '待核对 0' }).click()
  await page.getByText('没有待核对的旧网页').waitFor()
  await page.getByRole('link', { name: '导入文件' }).click()
})

test('a zip of old pages is checked: what was found stands beside the old page, and nothing of it is run', async () => {
  await page.getByLabel('这些网页在旧网站上的地址').fill('http://old.example/')
  await give(
    '旧站.zip',
    await zipOf({
      'news/view.asp?id=7.html': GBK_PAGE,
      'news/view.asp?id=8.txt': SAVED_TEXT,
      'news/view.asp?id=9.html': HOSTILE_PAGE,
      'news/list.asp?id=1.html': Buffer.from('<html><body>列表</body></html>'),
    }),
  )
  await page.getByText('可直接导入 1 页，存疑 2 页，不能导入 1 页').waitFor()
  const report = page.getByRole('region', { name: '逐页结果' })
  await report.getByText('图片丢失：http://old.example/upload/hall.jpg').waitFor()
  await report.getByText('不能确定属于哪个栏目').waitFor()
  await report.getByLabel('原页面').first().getByText('版权所有').waitFor()
  await picture(page, 'move-in-report-light', true)
  expect(await accessibilityFaults(page)).toEqual([])
  await report.getByText('可直接导入 1').click()
  await report.getByText('协会召开年度工作总结会').click()
  await report.getByText('栏目名称乱码').waitFor()
  await report.getByText('新闻速递', { exact: true }).waitFor()
  await report.getByText('不能导入 1').click()
  await report.getByText('页面里没有找到文章').waitFor()
  // whoever comes back later finds it again
  await page.reload()
  await page.getByText('可直接导入 1 页，存疑 2 页').waitFor()
  expect(session.faults).toEqual([])
})

test('all that is certain is taken over in one step; the old link leads to it', async () => {
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const question = page.getByRole('dialog', { name: '导入 3 页？' })
  await question.getByText('可直接导入的 1 页立即公开').waitFor()
  await question.getByRole('button', { name: '导入' }).click()
  await page.getByText('导入完毕：公开 1 篇，存为草稿 2 篇').waitFor()
  await picture(page, 'move-in-done-light')
  const answer = await fetch(`${product.url}/news/view.asp?id=8.txt`, { redirect: 'manual' })
  expect(answer.status).toBe(301)
  expect((await fetch(`${product.url}/news/view.asp?id=7`, { redirect: 'manual' })).status).toBe(404)
})

test('a doubtful page is mended and accepted: members read it with its old time and views, by its old address', async () => {
  await page.getByRole('link', { name: '核对存疑的旧网页（2）' }).click()
  const list = page.getByRole('list', { name: '待核对的页面' })
  const first = list.locator('> li').filter({ hasText: '督导沙龙' })
  await first.getByText('图片丢失').waitFor()
  await first.getByText('定于下月举办督导沙龙').first().waitFor()
  await picture(page, 'move-in-doubtful-light', true)
  expect(await accessibilityFaults(page)).toEqual([])
  await first.getByLabel('标题').fill('关于举办督导沙龙的通知')
  await first.getByLabel('浏览次数').fill('400')
  await first.getByLabel('发布时间').fill('2016-05-05 09:30')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await first.getByRole('button', { name: '只保存修改' }).click()
  await page.getByText('已保存，仍是草稿').waitFor()
  await list.locator('> li').filter({ hasText: '关于举办督导沙龙的通知' }).waitFor()
  expect((await fetch(`${product.url}/news/view.asp?id=7`, { redirect: 'manual' })).status).toBe(404)
  await first.getByLabel('发布单位').fill('协会秘书处')
  await first.getByRole('button', { name: '接受并公开' }).click()
  await page.getByText('《关于举办督导沙龙的通知》已公开').waitFor()
  await page.getByRole('link', { name: '待核对 1' }).waitFor()
  const answer = await fetch(`${product.url}/news/view.asp?id=7`, { redirect: 'manual' })
  expect(answer.status).toBe(301)
  const id = answer.headers.get('location')?.split('/').at(-1)
  const article = (await (await fetch(`${product.url}/api/articles/${id}`)).json()) as Record<string, unknown>
  expect(article).toMatchObject({
    title: '关于举办督导沙龙的通知',
    publisher: '协会秘书处',
    publishedAt: '2016-05-05T01:30:00.000Z',
  })
  expect(article.views).toBeGreaterThanOrEqual(400)
})

test('one that nobody wants goes to the bin; the list says that there is nothing left', async () => {
  const last = page.getByRole('list', { name: '待核对的页面' }).locator('> li').first()
  if ((await last.locator('details').getAttribute('open')) === null) await last.locator('summary').click()
  await last.getByRole('button', { name: '不要这一页' }).click()
  await page.getByRole('button', { name: '移到回收站' }).click()
  await page.getByText('没有待核对的旧网页').waitFor()
  await page.goto(`${product.url}/admin/audit`)
  await page.locator('main li').getByText('核对旧网页：接受并发布').first().waitFor()
  await page.locator('main li').getByText('搬迁旧站：开始导入').first().waitFor()
})

test.each([
  ['light', DESKTOP, 'desktop'],
  ['dark', DESKTOP, 'desktop'],
  ['light', PHONE, 'phone'],
  ['dark', PHONE, 'phone'],
] as const)('the page in the %s look fits its screen and axe finds nothing', async (scheme, viewport, name) => {
  const other = await openSession(browser, viewport, scheme)
  await other.context.addCookies(await session.context.cookies())
  await other.page.goto(`${product.url}/admin/move-in`)
  await other.page.getByText('导入完毕').waitFor()
  await other.page.getByRole('list', { name: '检查结果' }).waitFor()
  await picture(other.page, `move-in-${name}-${scheme}`, true)
  expect(await accessibilityFaults(other.page)).toEqual([])
  expect(await other.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
    0,
  )
  expect(other.faults).toEqual([])
  await other.context.close()
})
