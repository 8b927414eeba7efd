import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { ArticleInput, Home, StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { accessibilityFaults } from './support/axe'
import { launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'

const LONG = `${'关于会员服务与社区活动安排的'.repeat(8)}通知`
const cell = (text: string): string => `<td>${text}</td>`
const TABLE = `<table><tr><th>日期</th><th>时段</th><th>地点</th><th>带队社工</th><th>名额</th></tr><tr>${[
  '2026年12月5日',
  '上午九点至十一点半',
  '香洲区人民东路协会活动室',
  '林晓、陈海生',
  '二十人',
]
  .map(cell)
  .join('')}</tr></table>`
const BODY = [
  '<h2>安排</h2>',
  `<p>${'请提前十五分钟到场，带好身份证原件。'.repeat(20)}</p>`,
  TABLE,
  '<ul><li>带水杯</li><li>穿便鞋</li></ul><blockquote><p>不让一位会员落下。</p></blockquote>',
  '<p>详见<a href="https://www.zhuhai.gov.cn/">市政府网站</a>。</p>',
].join('')

let browser: Browser
let product: Product
let staff: StaffBrowser
let home: Home
let article: StaffArticle

async function publish(input: Partial<ArticleInput>): Promise<StaffArticle> {
  const { id, version } = await keepDraft(staff, articleInput(input))
  const answer = await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, {
    json: { version, notice: null },
  })
  return answer.body
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  home = (await (await fetch(`${product.url}/api/home`)).json()) as Home
  staff = await asAdministrator(product)
  article = await publish({ title: LONG, bodyHtml: BODY })
  for (let number = 1; number <= 30; number += 1) await publish({ channel: 'site', title: `本站公告第 ${number} 号` })
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const addressOf = (id: string): string => `${product.url}/pages/article/index?id=${id}`
const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const eventId = (): string => home.events[0]?.id ?? ''
const pictured = (): string => home.pinned[0]?.id ?? ''

/** How far the box that scrolls the shown page is scrolled. */
const scrolled = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(window.scrollY, ...[...document.querySelectorAll('*')].map((box) => box.scrollTop)))

describe.each([
  ['light', 320],
  ['light', 390],
  ['light', 768],
  ['dark', 320],
  ['dark', 390],
  ['dark', 768],
] as const)('in the %s look at %d px', (scheme, width) => {
  let session: Session
  beforeAll(async () => {
    session = await openSession(browser, { width, height: 844 }, scheme)
    await session.page.goto(addressOf(article.id))
    await seen(session.page, '收藏').click()
    await seen(session.page, '已收藏').waitFor()
    await session.page.goto(addressOf(eventId()))
    await seen(session.page, '收藏').click()
    await seen(session.page, '已收藏').waitFor()
  })
  afterAll(() => session.context.close())

  it.each([
    ['article', () => addressOf(article.id), '阅读约需'],
    ['article-picture', () => addressOf(pictured()), '阅读约需'],
    ['event', () => addressOf(eventId()), '阅读约需'],
    ['list', () => `${product.url}/pages/channel/index?slug=notices`, '已读'],
    ['favourites', () => `${product.url}/pages/favourites/index`, '移除'],
    ['poster', () => `${product.url}/pages/article/poster?id=${article.id}`, '保存图片'],
  ])('%s can be seen and heard', async (name, address, text) => {
    const { page } = session
    await page.goto(address())
    await seen(page, text).waitFor()
    await page.waitForLoadState('networkidle')
    await picture(page, `articles-${name}-${width}-${scheme}`)
    expect(await accessibilityFaults(page)).toEqual([])
    // Nothing but a table's own frame is wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  it.each([
    ['article', () => addressOf(article.id), '阅读约需'],
    ['favourites', () => `${product.url}/pages/favourites/index`, '移除'],
    ['list', () => `${product.url}/pages/channel/index?slug=notices`, '已读'],
  ])('%s holds together when the browser’s own text is half as large again', async (name, address, text) => {
    const { page } = session
    await page.goto(address())
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'))
    await seen(page, text).waitFor()
    await page.waitForLoadState('networkidle')
    await picture(page, `articles-${name}-${width}-${scheme}-large`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})

describe('on a phone', () => {
  let session: Session
  let page: Page
  beforeEach(async () => {
    session = await openSession(browser, PHONE)
    page = session.page
  })
  afterEach(() => session.context.close())

  it('scrolls through a channel to its end, and is where it was when the reader comes back', async () => {
    await page.goto(`${product.url}/pages/channel/index?slug=site`)
    await seen(page, '本站公告第 30 号').waitFor()
    for (let turn = 0; turn < 20 && !(await seen(page, '已经到底了').isVisible()); turn += 1) {
      await page.mouse.move(195, 500)
      await page.mouse.wheel(0, 1_500)
      await page.waitForTimeout(150)
    }
    await seen(page, '已经到底了').waitFor()
    await seen(page, '本站公告第 5 号').scrollIntoViewIfNeeded()
    const place = await scrolled(page)
    expect(place).toBeGreaterThan(1_000)
    await seen(page, '本站公告第 5 号').click()
    await seen(page, '阅读约需').waitFor()
    await page.goBack()
    await seen(page, '本站公告第 5 号').waitFor()
    await seen(page, '已读').waitFor()
    expect(Math.abs((await scrolled(page)) - place)).toBeLessThan(50)
  })

  it('reads the list anew when it is pulled down', async () => {
    await page.goto(`${product.url}/pages/channel/index?slug=site`)
    await seen(page, '本站公告第 30 号').waitFor()
    await page.waitForLoadState('networkidle')
    await publish({ channel: 'site', title: '刚刚发布的公告' })
    const finger = await session.context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 195, y }] })
    await touch('touchStart', 150)
    for (let y = 160; y <= 560; y += 20) await touch('touchMove', y)
    await touch('touchEnd')
    await seen(page, '刚刚发布的公告').waitFor()
  })

  it('tells of a list that does not load, and of a next page that does not', async () => {
    await page.goto(`${product.url}/pages/channel/index?slug=site`)
    await seen(page, '本站公告第 30 号').waitFor()
    await session.context.route(/cursor=/, (route) => route.fulfill({ status: 500, body: '{}' }))
    for (let turn = 0; turn < 20 && !(await seen(page, '点此重试').isVisible()); turn += 1) {
      await page.mouse.move(195, 500)
      await page.mouse.wheel(0, 1_500)
      await page.waitForTimeout(150)
    }
    await session.context.unroute(/cursor=/)
    await seen(page, '点此重试').click()
    await seen(page, '本站公告第 5 号').waitFor()
  })

  it('shows a picture’s words when it does not come, and the picture once it does', async () => {
    await session.context.route('**/uploads/**', (route) => route.abort())
    await page.goto(addressOf(pictured()))
    const retry = seen(page, '图片没有加载成功')
    await retry.scrollIntoViewIfNeeded()
    await picture(page, 'articles-picture-lost')
    await session.context.unroute('**/uploads/**')
    await retry.click()
    await page
      .getByRole('button', { name: /查看大图/ })
      .first()
      .waitFor()
  })

  it('links, tables and pictures are reached by keyboard', async () => {
    await page.goto(addressOf(article.id))
    await page.getByRole('link', { name: '市政府网站' }).focus()
    const opened = session.context.waitForEvent('page')
    await page.keyboard.press('Enter')
    await (await opened).close()
    await page.getByRole('region', { name: /表格/ }).focus()
    expect(await page.getByRole('columnheader').count()).toBe(5)
  })

  it('copies the link, and hands it to the share sheet where there is one', async () => {
    await session.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(addressOf(article.id))
    await seen(page, '复制链接').click()
    await seen(page, '已复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(addressOf(article.id))
    await page.evaluate(() =>
      Object.assign(navigator, { share: (data: object) => Promise.resolve(Object.assign(window, { shared: data })) }),
    )
    await page.getByRole('button', { name: '分享', exact: true }).click()
    const shared = await page.evaluate(() => (window as unknown as { shared: object }).shared)
    expect(shared).toEqual({ title: LONG, url: addressOf(article.id) })
  })

  it('saves a poster as a picture of its own', async () => {
    await page.goto(addressOf(article.id))
    await seen(page, '生成海报').click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存图片' }).click()
    const file = await (await download).path()
    expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  })

  it('keeps favourites over a reload and without a network, removes one and takes that back', async () => {
    await page.goto(addressOf(article.id))
    await seen(page, '收藏').click()
    await page.goto(`${product.url}/pages/favourites/index`)
    await session.context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await page.reload()
    await seen(page, LONG).waitFor()
    await page.getByRole('button', { name: /移除收藏/ }).click()
    await seen(page, '还没有收藏').waitFor()
    await picture(page, 'articles-favourites-undo')
    await page.getByRole('button', { name: /撤销/ }).click()
    await seen(page, LONG).waitFor()
  })

  it('offers what stands around the article, and names the page after the article', async () => {
    await page.goto(addressOf(article.id))
    await seen(page, '下一篇').waitFor()
    await seen(page, '下一篇').scrollIntoViewIfNeeded()
    await picture(page, 'articles-around')
    expect(await page.title()).toContain(LONG)
  })
})
