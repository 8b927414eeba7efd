import type { Browser, Locator, Page } from 'playwright-core'
import { until } from '../support/until'
import { fillArticles, fillAudit, fillDeliveries, fillPictures, numbered } from '../support/manyRows'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, setUpAdministrator } from './support/staff'

const ARTICLES = 10_000
/** Of each six articles in turn one is a draft; they stand in two channels in turn. */
const DRAFTS_OF_A_CHANNEL = Math.floor(ARTICLES / 6)
const OTHERS = 3_000
/** What is drawn of a list: what is in sight and somewhat more, however long it is. */
const MOST_ROWS = 110

let browser: Browser
let product: Product
let noticeId = ''

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  const { page, context } = await openSession(browser, DESKTOP)
  await setUpAdministrator(page, product)
  await context.close()
  await product.fill(async (database) => {
    const newest = Date.now()
    await fillArticles(database, ARTICLES, { channels: ['notices', 'site'], newest })
    await fillPictures(database, OTHERS, newest)
    await fillAudit(database, OTHERS, newest)
    const [article] = await database.read.query<{ id: string }[]>(
      "SELECT id FROM article WHERE title = '长名单 000001'",
    )
    noticeId = await fillDeliveries(database, OTHERS, { articleId: article?.id ?? '', at: newest })
  })
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function logIn(page: Page): Promise<void> {
  await page.goto(`${product.url}/admin/`)
  await page.getByLabel('账号').fill(ADMINISTRATOR.login)
  await page.getByLabel('密码').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '概览' }).waitFor()
}

const listOf = (page: Page, name: string): Locator => page.getByRole('list', { name })
const rowsOf = (list: Locator): Promise<number> => list.evaluate((element) => element.children.length)
const toTheEnd = (page: Page): Promise<void> =>
  page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))

/** Scrolls on, page after page, until the list says that this was all; gives how many rows were ever there at once. */
async function scrollThrough(page: Page, list: Locator, end: Locator): Promise<number> {
  let most = 0
  await until(
    async () => {
      await toTheEnd(page)
      most = Math.max(most, await rowsOf(list))
      return end.isVisible()
    },
    (isThere) => isThere,
  )
  // the last page has just come in, and the list may not have its height yet
  await until(
    async () => {
      await toTheEnd(page)
      const last = list.getByRole('listitem').last()
      return [await last.getAttribute('aria-posinset'), await last.getAttribute('aria-setsize')]
    },
    ([place, all]) => place === all,
  )
  return most
}

test('ten thousand articles: any of them is found by a filter and by scrolling, and few rows are drawn', async () => {
  const { page, context, faults } = await openSession(browser, DESKTOP)
  await logIn(page)
  await page.goto(`${product.url}/admin/articles`)
  const list = listOf(page, '文章列表')
  await list.getByText('长名单 000001').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByLabel('筛选栏目').selectOption({ label: '通知公告' })
  await page.getByRole('radiogroup', { name: '状态' }).getByText('草稿').click()
  await page.waitForURL(/status=draft/)
  await list.getByText('长名单 000005').waitFor()
  const drafts = page.getByText(`共 ${DRAFTS_OF_A_CHANNEL.toLocaleString('zh-CN')} 条`)
  const most = await scrollThrough(page, list, drafts)
  await list.getByText(`长名单 ${numbered(ARTICLES - 6)}`).waitFor()
  expect(most).toBeLessThanOrEqual(MOST_ROWS)
  const last = list.getByRole('listitem').last()
  expect(await last.getAttribute('aria-posinset')).toBe(String(DRAFTS_OF_A_CHANNEL))
  expect(await last.getAttribute('aria-setsize')).toBe(String(DRAFTS_OF_A_CHANNEL))
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-long-list-end')

  await page.getByLabel('搜索文章').fill(numbered(ARTICLES - 1))
  await page.keyboard.press('Enter')
  await page.getByText('没有符合条件的文章').waitFor()
  await page.getByRole('radiogroup', { name: '状态' }).getByText('全部').click()
  await page.getByLabel('筛选栏目').selectOption({ label: '全部栏目' })
  await list.getByText(`长名单 ${numbered(ARTICLES - 1)}`).waitFor()
  await page.getByText('共 1 条').waitFor()

  await page.getByLabel('搜索文章').fill('')
  await list.getByText('长名单 000001').waitFor()
  const all = page.getByText(/^共 10,0\d\d 条$/)
  expect(await scrollThrough(page, list, all)).toBeLessThanOrEqual(MOST_ROWS)
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(6_000)
  expect(faults).toEqual([])
  await context.close()
})

test('who comes back from an article finds the list as it was left: filter, rows and place', async () => {
  const { page, context } = await openSession(browser, DESKTOP)
  await logIn(page)
  await page.goto(`${product.url}/admin/articles?status=published`)
  const list = listOf(page, '文章列表')
  const article = list.getByRole('link', { name: '长名单 000601', exact: true })
  await until(
    async () => {
      if (await article.isVisible()) return true
      await page.mouse.move(700, 500)
      await page.mouse.wheel(0, 2_000)
      return article.isVisible()
    },
    (isThere) => isThere,
  )
  await article.scrollIntoViewIfNeeded()
  const placeOf = async () => Math.round((await article.boundingBox())?.y ?? -1)
  const left = await until(placeOf, (y) => y > 0)
  await article.click()
  await page.getByLabel('标题').waitFor()
  await page.getByRole('link', { name: '返回文章列表' }).click()
  await until(placeOf, (y) => Math.abs(y - left) < 3)
  expect(page.url()).toContain('status=published')

  await article.click()
  await page.getByLabel('标题').waitFor()
  await page.goBack()
  await until(placeOf, (y) => Math.abs(y - left) < 3)

  // another filter begins at the top
  await page.getByRole('radiogroup', { name: '状态' }).getByText('已撤回').click()
  await list.getByText('长名单 000006').waitFor()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await context.close()
})

test('by keyboard alone: Tab goes on through rows that were not drawn, and the focus outlives the wheel', async () => {
  const { page, context } = await openSession(browser, DESKTOP)
  await logIn(page)
  await page.goto(`${product.url}/admin/articles?status=draft`)
  const list = listOf(page, '文章列表')
  await list.getByText('长名单 000005').waitFor()
  await page.waitForLoadState('networkidle')
  await toTheEnd(page)
  await until(
    () => rowsOf(list),
    (rows) => rows < MOST_ROWS,
  )
  await page.evaluate(() => window.scrollTo(0, 0))
  await list.getByRole('link', { name: '长名单 000005', exact: true }).focus()
  const place = () =>
    page.evaluate(() => Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')))
  expect(await place()).toBe(1)
  // a checkbox and a title in each row
  for (let press = 0; press < 240; press += 1) await page.keyboard.press('Tab')
  expect(await place()).toBe(121)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, -100_000)
  await until(
    () => page.evaluate(() => window.scrollY),
    (y) => y === 0,
  )
  expect(await place()).toBe(121)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await place()).toBe(122)
  expect(await list.locator(':focus').count()).toBe(1)
  await context.close()
})

test.each([
  ['the library', 'media', '图片列表'],
  ['the audit log', 'audit', '操作日志列表'],
] as const)('%s scrolls to its last row with few drawn', async (_, screen, name) => {
  const { page, context, faults } = await openSession(browser, DESKTOP)
  // pictures without files
  await context.route('**/uploads/**', (route) =>
    route.fulfill({ status: 200, contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  )
  await logIn(page)
  await page.goto(`${product.url}/admin/${screen}`)
  const list = listOf(page, name)
  await list.waitFor()
  const end = page.getByText(/^共 3,0\d\d 条$/)
  expect(await scrollThrough(page, list, end)).toBeLessThanOrEqual(MOST_ROWS * 2)
  const last = list.getByRole('listitem').last()
  expect(await last.getAttribute('aria-posinset')).toBe(await last.getAttribute('aria-setsize'))
  expect(await accessibilityFaults(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('the deliveries of a notice, on a phone', async () => {
  const { page, context, faults } = await openSession(browser, PHONE)
  await logIn(page)
  await page.goto(`${product.url}/admin/notices/${noticeId}`)
  const list = listOf(page, '送达记录')
  await list.waitFor()
  const most = await scrollThrough(page, list, page.getByText('共 3,000 条'))
  expect(most).toBeLessThanOrEqual(MOST_ROWS)
  expect(await list.getByRole('listitem').last().getAttribute('aria-posinset')).toBe('3000')
  await page.getByLabel('按原因筛选').selectOption({ label: '没有剩余提醒次数' })
  await page
    .getByText('共 750 条')
    .or(page.getByRole('button', { name: '加载更多' }))
    .first()
    .waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})
