import { readFileSync } from 'node:fs'
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import type { MemberExport } from '../../shared/contract'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'

/** What belongs to a member alone: their search, their settings, their alerts and their data. */
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

const seen = (page: Page | FrameLocator, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first()
const question = (q: string): string => `/pages/search/index?q=${encodeURIComponent(q)}`
const overflow = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

const SCREENS: [name: string, address: string, text: string][] = [
  ['mine', '/pages/mine/index', '文字大小'],
  ['search-empty', '/pages/search/index', '想找什么？'],
  ['search-hits', question('活动'), '已经到底了'],
  ['search-none', question('没有这样的东西'), '没有找到'],
  ['privacy-web', '/pages/privacy/index', '在浏览器中不会登录'],
  ['received-web', '/pages/received/index', '请在微信小程序中使用'],
]
const WIDTHS = [320, 390, 768]

describe.each(['light', 'dark'] as const)('screens of the member’s own, %s', (scheme) => {
  let session: Session
  beforeAll(async () => {
    session = await openSession(browser, PHONE, scheme)
  })
  afterAll(() => session.context.close())

  it.each(SCREENS)('%s can be seen and heard at every width', async (name, address, text) => {
    const { page } = session
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`${product.url}${address}`)
      await seen(page, text).waitFor()
      await page.waitForLoadState('networkidle')
      await picture(page, `own-${name}-${width}-${scheme}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await accessibilityFaults(page)).toEqual([])
    }
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})

describe('search on the web', () => {
  let session: Session
  let page: Page
  beforeEach(async () => {
    session = await openSession(browser, PHONE)
    page = session.page
  })
  afterEach(async () => {
    expect(session.faults).toEqual([])
    await session.context.close()
  })

  it('takes the keyboard at once, suggests, and finds on Enter', async () => {
    await page.goto(`${product.url}/pages/search/index`)
    const box = page.getByRole('searchbox', { name: '搜索' })
    await box.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('星空')
    await seen(page, '亲子星空营').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('.hit__mark').first().waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('星空')
  })

  it('is where it was after a hit was opened, and after the page was loaded again', async () => {
    await page.goto(`${product.url}/`)
    await seen(page, '欢迎光临').waitFor()
    await page.goto(`${product.url}${question('星空')}`)
    await page.locator('.hit').first().click()
    await seen(page, '亲子服务组').waitFor()
    await page.goBack()
    await page.locator('.hit__mark').first().waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('星空')
    await page.getByRole('tab', { name: '活动预告' }).click()
    await page.waitForURL(/channel=events/)
    await page.reload()
    await page.locator('.hit__mark').first().waitFor()
    expect(await page.getByRole('tab', { name: '活动预告' }).getAttribute('aria-selected')).toBe('true')
    await page.goBack()
    await seen(page, '欢迎光临').waitFor()
  })

  it('remembers what was asked on this device, and forgets it again', async () => {
    await page.goto(`${product.url}${question('星空')}`)
    await page.locator('.hit__mark').first().waitFor()
    await page.getByRole('button', { name: '清空' }).click()
    await seen(page, '最近搜索').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '删除“星空”' }).click()
    await seen(page, '想找什么？').waitFor()
  })

  it('keeps what was typed when the network goes, and tries again', async () => {
    await page.goto(`${product.url}/pages/search/index`)
    await page.getByRole('searchbox').fill('星空')
    await session.context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await page.keyboard.press('Enter')
    await seen(page, '网络连接不上').waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('星空')
    await session.context.unroute('**/api/**')
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator('.hit__mark').first().waitFor()
  })
})

it('the text size and the look that a member chooses hold, also after the next start', async () => {
  const { page, context, faults } = await openSession(browser, PHONE)
  await page.goto(`${product.url}/pages/mine/index`)
  await seen(page, '文字大小').waitFor()
  const sizeOf = () => seen(page, '收到的通知').evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  const before = await sizeOf()
  await page.getByRole('radio', { name: '特大' }).click()
  await page.getByRole('radio', { name: '深色' }).click()
  expect(await sizeOf()).toBeGreaterThan(before * 1.3)
  await page.reload()
  await seen(page, '文字大小').waitFor()
  expect(await sizeOf()).toBeGreaterThan(before * 1.3)
  expect(await page.getByRole('radio', { name: '深色' }).getAttribute('aria-checked')).toBe('true')
  for (const [name, address, text] of SCREENS) {
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`${product.url}${address}`)
    await seen(page, text).waitFor()
    await picture(page, `own-${name}-largest`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  expect(faults).toEqual([])
  await context.close()
})

describe.each(['light', 'dark'] as const)('in the phone, %s', (scheme) => {
  let session: Session
  let app: FrameLocator
  let frame: Frame

  beforeAll(async () => {
    session = await openSession(browser, DESKTOP, scheme)
    const { page } = session
    await page.goto(`${product.url}/sandbox/`)
    app = page.frameLocator('iframe')
    await seen(app, '欢迎光临').waitFor()
    const found = page.frames().find((one) => one !== page.mainFrame())
    if (!found) throw new Error('the phone has no frame')
    frame = found
  })
  afterAll(() => session.context.close())

  const open = (path: string) => frame.goto(`${product.url}${path}`)

  it('the alerts tell how each topic stands, and where to go when the main switch is off', async () => {
    await open('/pages/alerts/index')
    await seen(app, '增加一次').waitFor()
    await picture(session.page, `own-alerts-${scheme}`)
    expect(await accessibilityFaults(frame)).toEqual([])
    const phoneId = await session.page.evaluate(() => localStorage.getItem('sandbox-phone:甲:id'))
    const turn = (mainSwitch: boolean) =>
      fetch(`${product.url}/sandbox/api/phones/${phoneId}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mainSwitch }),
      })
    await turn(false)
    await open('/pages/alerts/index')
    await seen(app, '消息提醒总开关已关闭').waitFor()
    await picture(session.page, `own-alerts-off-${scheme}`)
    expect(await accessibilityFaults(frame)).toEqual([])
    await turn(true)
  })

  it('a member takes their data along as a file, and has it erased', async () => {
    const { page } = session
    await open('/pages/privacy/index')
    await seen(app, '我已阅读并同意').click()
    await seen(app, /您于 .* 同意了/).waitFor()
    await picture(page, `own-privacy-${scheme}`)
    expect(await accessibilityFaults(frame)).toEqual([])
    const arriving = page.waitForEvent('download')
    await seen(app, '导出我的数据').click()
    const download = await arriving
    expect(download.suggestedFilename()).toMatch(/^我的数据-\d{4}-\d\d-\d\d\.json$/)
    const everything = JSON.parse(readFileSync(await download.path(), 'utf8')) as MemberExport
    expect(everything.consents).toHaveLength(1)

    await seen(app, '清除我的数据').click()
    await seen(app, '清除后无法恢复').waitFor()
    expect(await accessibilityFaults(frame)).toEqual([])
    await seen(app, '确认清除').click()
    await seen(app, '您的数据已清除').waitFor()
    await picture(page, `own-erased-${scheme}`)
    const keys = await frame.evaluate(() => Object.keys(localStorage))
    expect(keys.filter((key) => !key.startsWith('sandbox-phone:'))).toEqual([])
    await open('/pages/privacy/index')
    await seen(app, '登录并查看').click()
    await seen(app, '您还没有表示同意').waitFor()
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})
