import type { Browser, Page } from 'playwright-core'
import type { ArticleDetail, ArticlePage, StaffArticle } from '../../shared/contract'
import { publishEvent } from '../support/desk'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'

/** What a member's browser keeps and what it refuses to keep, and what is told of an event that was moved. */
let browser: Browser
let product: Product
let staff: StaffBrowser
let session: Session
let page: Page

async function publish(title: string): Promise<StaffArticle> {
  const { id, version } = await keepDraft(staff, articleInput({ title }))
  const json = { version, notice: null }
  return (await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json })).body
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  staff = await asAdministrator(product)
  for (let number = 1; number <= 15; number += 1) await publish(`通知第 ${number} 号`)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
beforeEach(async () => {
  session = await openSession(browser, PHONE)
  page = session.page
})
afterEach(async () => {
  expect(session.faults).toEqual([])
  await session.context.close()
})

const seen = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const articles = async (channel: string): Promise<ArticlePage> =>
  (await (await fetch(`${product.url}/api/channels/${channel}/articles`)).json()) as ArticlePage
const firstOf = async (channel: string) => (await articles(channel)).items[0]?.id ?? ''

const upcoming = async () => {
  const { items } = await articles('events')
  return items.find(({ title }) => title.includes('午后茶话'))?.id ?? ''
}

/** How far down a row of the list stands on the screen. */
const placeOf = async (text: string): Promise<number> => (await seen(text).boundingBox())?.y ?? Number.NaN

it('a channel that is chosen again is where it was left, and another begins at its top', async () => {
  await page.goto(`${product.url}/pages/news/index`)
  await seen('通知第 15 号').waitFor()
  await seen('通知第 4 号').scrollIntoViewIfNeeded()
  const place = await placeOf('通知第 4 号')
  await page.getByRole('tab', { name: '新闻速递' }).click()
  await seen('海滩清洁日小记').waitFor()
  expect(await placeOf('海滩清洁日小记')).toBeLessThan(PHONE.height / 2)
  await page.getByRole('tab', { name: '通知公告' }).click()
  await seen('通知第 4 号').waitFor()
  await until(
    async () => Math.abs((await placeOf('通知第 4 号')) - place),
    (distance) => distance < 50,
  )
})

it('reads on with a storage that is full, and does not say that a favourite was kept', async () => {
  await page.goto(`${product.url}/`)
  await seen('近期活动').waitFor()
  const filled = await page.evaluate(() => {
    localStorage.clear()
    let part = 'x'.repeat(1_000_000)
    for (let number = 0; part !== ''; number += 1) {
      try {
        localStorage.setItem(`foreign:${number}`, part)
      } catch {
        part = part.slice(0, Math.floor(part.length / 2))
      }
    }
    return Object.keys(localStorage).length
  })
  expect(filled).toBeGreaterThan(3)
  for (const [address, text] of [
    ['/', '近期活动'],
    ['/pages/news/index', '通知第 15 号'],
    ['/pages/calendar/index', '月的活动'],
    [`/pages/search/index?q=${encodeURIComponent('星空')}`, '亲子'],
    ['/pages/mine/index', '文字大小'],
    [`/pages/article/index?id=${await firstOf('notices')}`, '阅读约需'],
  ] as const) {
    await page.goto(`${product.url}${address}`)
    await seen(text).waitFor()
  }
  await seen('收藏').click()
  await seen('没有收藏成功').waitFor()
  expect(await page.getByText('已收藏').count()).toBe(0)
})

it('copies where the browser has no clipboard of its own, as over plain http', async () => {
  await session.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    Object.assign(window, { clipboardBefore: navigator.clipboard })
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.goto(`${product.url}/pages/contact/index`)
  await page.getByRole('button', { name: '复制：协会办公室' }).click()
  await seen('已复制').waitFor()
  const copied = () => (window as unknown as { clipboardBefore: Clipboard }).clipboardBefore.readText()
  expect(await page.evaluate(copied)).toBe('0756-2212827')
})

it.each([320, 390, 768])('holds a title of 200 characters and ten thousand views at %d px', async (width) => {
  const id = await firstOf('notices')
  const title = '关于会员服务与社区活动安排的'.repeat(15).slice(0, 198) + '通知'
  await session.context.route(`**/api/articles/${id}`, async (route) => {
    const detail = (await (await route.fetch()).json()) as ArticleDetail
    await route.fulfill({ json: { ...detail, title, views: 12_999 } })
  })
  await session.context.route('**/api/channels/notices/articles*', async (route) => {
    const list = (await (await route.fetch()).json()) as ArticlePage
    await route.fulfill({ json: { ...list, items: list.items.map((item) => ({ ...item, title })) } })
  })
  await session.context.route('**/views', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page.setViewportSize({ width, height: 844 })
  for (const [name, address, text] of [
    ['list', '/pages/channel/index?slug=notices', '关于会员服务'],
    ['article', `/pages/article/index?id=${id}`, '1.2万'],
  ] as const) {
    await page.goto(`${product.url}${address}`)
    await seen(text).waitFor()
    await picture(page, `kept-long-title-${name}-${width}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await seen(title).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

it('leads to the mini-program by its code where only WeChat can help', async () => {
  const codes = () =>
    page
      .locator('img[alt="小程序码"], [aria-label="小程序码"] img')
      .evaluateAll((pictures) => pictures.map((code) => (code as HTMLImageElement).naturalWidth))
  for (const address of [
    '/pages/alerts/index',
    '/pages/received/index',
    `/pages/article/index?id=${await upcoming()}`,
  ]) {
    await page.goto(`${product.url}${address}`)
    await seen('微信扫一扫').waitFor()
    await until(codes, ([width = 0]) => width > 200)
    const [frame, code] = [page.locator('.wechat-code__picture'), page.locator('.wechat-code__picture img')]
    const [around, inside] = [await frame.boundingBox(), await code.boundingBox()]
    if (!around || !inside) throw new Error('the code is not shown')
    // whole: a code that is cut off cannot be read
    expect(inside.x).toBeGreaterThanOrEqual(around.x)
    expect(inside.x + inside.width).toBeLessThanOrEqual(around.x + around.width + 1)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  await page.route('**/api/code', (route) => route.abort())
  await page.goto(`${product.url}/pages/alerts/index`)
  await seen('在微信中搜索').waitFor()
  await seen('微信扫一扫').waitFor({ state: 'hidden' })
})

it('tells on every screen that an event was moved', async () => {
  const event = eventInput()
  const published = await publishEvent(staff, { event })
  const article = eventArticle({ event: { ...event, venue: '香洲文化馆' } })
  await staff.call('PUT', `/api/admin/articles/${published.id}`, { json: { version: published.version, article } })
  for (const [name, address] of [
    ['home', '/'],
    ['list', '/pages/channel/index?slug=events'],
    ['article', `/pages/article/index?id=${published.id}`],
  ] as const) {
    await page.goto(`${product.url}${address}`)
    await seen('时间地点有变更').waitFor()
    await seen('时间地点有变更').scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    await picture(page, `kept-moved-${name}`)
    expect(await accessibilityFaults(page)).toEqual([])
  }
})
