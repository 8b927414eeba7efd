import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'

/** The members' web build as a public site: its first screen, its addresses, its faults. */
let browser: Browser
let product: Product

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
/** The button itself: sentences next to it tell to try again in the same word. */
const retry = (page: Page) => page.getByRole('button', { name: '重试', exact: true }).filter({ visible: true })
const GUIDE = '添加到主屏幕'

async function visitor(run: (session: Session) => Promise<void>, viewport = PHONE): Promise<void> {
  const session = await openSession(browser, viewport)
  try {
    await run(session)
    expect(session.faults).toEqual([])
  } finally {
    await session.context.close()
  }
}

async function openHome(page: Page): Promise<void> {
  await page.goto(`${product.url}/`)
  await seen(page, '近期活动').waitFor()
  await page.waitForLoadState('networkidle')
}

describe.each(['light', 'dark'] as const)('the first screen, %s', (scheme) => {
  it.each([320, 390, 768, 1440])('can be seen and heard at %i pixels, down to its foot', async (width) => {
    const session = await openSession(browser, { width, height: width > 1000 ? 900 : 844 }, scheme)
    const { page } = session
    await openHome(page)
    await picture(page, `foundation-home-${width}-${scheme}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await seen(page, '关于本站').scrollIntoViewIfNeeded()
    await picture(page, `foundation-foot-${width}-${scheme}`)
    for (const words of ['0756-2212827', '人民东路112号', '519000', '粤ICP备15065647号', '版权所有']) {
      expect(await seen(page, words).isVisible()).toBe(true)
    }
    expect(session.faults).toEqual([])
    await session.context.close()
  })

  it.each([320, 390, 768, 1440])('我的 can be seen and heard at %i pixels', async (width) => {
    const { page, context, faults } = await openSession(browser, { width, height: width > 1000 ? 900 : 844 }, scheme)
    await page.goto(`${product.url}/pages/mine/index`)
    await seen(page, '文字大小').waitFor()
    await page.waitForLoadState('networkidle')
    await picture(page, `foundation-mine-${width}-${scheme}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})

it('stays readable and whole at the largest text', () =>
  visitor(async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('settings', JSON.stringify({ data: '{"textSize":"largest"}' })))
    await page.setViewportSize({ width: 320, height: 700 })
    await openHome(page)
    expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--grow'))).toBe('1.4')
    await picture(page, 'foundation-home-largest')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
  }))

it('tells once how to come back', () =>
  visitor(async ({ page }) => {
    await openHome(page)
    await seen(page, GUIDE).waitFor()
    await seen(page, '知道了').click()
    await seen(page, GUIDE).waitFor({ state: 'hidden' })
    await page.reload()
    await seen(page, '近期活动').waitFor()
    expect(await seen(page, GUIDE).count()).toBe(0)
  }))

it('has an address for each page, a back button and a reload', () =>
  visitor(async ({ page }) => {
    await openHome(page)
    await seen(page, '搜索通知、新闻和活动').click()
    await page.waitForURL('**/pages/search/index**')
    await page.getByRole('searchbox').or(page.getByPlaceholder(/搜索/)).filter({ visible: true }).first().waitFor()
    await page.goBack()
    await page.locator('[id^="/pages/search/index"]').waitFor({ state: 'hidden' })
    await page.locator('.strip__card').first().click()
    await page.waitForURL(/\/pages\/article\/index\?id=\w+/)
    const title = page.locator('.article-head__title').filter({ visible: true }).last()
    const words = await title.innerText()
    await page.reload()
    await seen(page, words).waitFor()
    expect(await page.title()).toContain('珠海市社会工作协会')
    await page
      .getByRole('button', { name: /返回|回到首页/ })
      .filter({ visible: true })
      .first()
      .click()
    await seen(page, '近期活动').waitFor()
  }))

it('can be installed and shared: manifest, icons and the words and picture of a shared link answer', async () => {
  const read = (path: string) => fetch(`${product.url}${path}`)
  const manifest = (await (await read('/manifest.webmanifest')).json()) as { name: string; icons: { src: string }[] }
  expect(manifest.name).toBe('珠海市社会工作协会')
  const document = await (await read('/')).text()
  const share = /property="og:image" content="([^"]+)"/.exec(document)?.[1] ?? ''
  expect(document).toMatch(/property="og:title" content="珠海市社会工作协会"/)
  expect(document).toMatch(/property="og:description" content="[^"]{10,}"/)
  const pictures = [...manifest.icons.map(({ src }) => src), new URL(share, product.url).pathname]
  expect(pictures).toHaveLength(3)
  for (const path of pictures) {
    const answer = await read(path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
  }
})

it.each([
  ['the server is down', null],
  ['the server fails', { status: 500, body: '{"error":{"code":"internal","message":"服务出错，请稍后再试。"}}' }],
  ['a page of something else answers', { status: 200, body: '<html><body>Login</body></html>' }],
  ['the answer is cut', { status: 200, body: '{"channels":[' }],
  ['the answer is another', { status: 200, body: '{"channels":7}' }],
])('says what happened when %s, and reads again at a tap', (_what, answer) =>
  visitor(async ({ page, context }) => {
    await context.route('**/api/**', (route) =>
      answer ? route.fulfill({ contentType: 'application/json', ...answer }) : route.abort('connectionrefused'),
    )
    await page.goto(`${product.url}/`)
    await seen(page, answer ? '没有加载成功' : '网络连接不上').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await context.unroute('**/api/**')
    await retry(page).click()
    await seen(page, '近期活动').waitFor()
  }),
)

it('shows a sentence and a way on when the contact card is answered with something else, and mends at a tap', async () => {
  const { page, context } = await openSession(browser, PHONE)
  const broken = { phones: 7 }
  await context.route('**/api/contact', (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify(broken) }),
  )
  await page.goto(`${product.url}/pages/contact/index`)
  await seen(page, '没有加载成功').waitFor()
  await picture(page, 'foundation-broken')
  expect(await accessibilityFaults(page)).toEqual([])
  await context.unroute('**/api/contact')
  await retry(page).click()
  await seen(page, '0756-2212827').waitFor()
  await context.close()
})

it('can be used by keyboard alone', () =>
  visitor(async ({ page }) => {
    await openHome(page)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    for (let steps = 0; (await focused()) !== '搜索通知、新闻和活动'; steps += 1) {
      if (steps > 20) throw new Error('the search box cannot be reached')
      await page.keyboard.press('Tab')
    }
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(outline).toBe('solid')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/pages/search/index**')
  }, DESKTOP))
