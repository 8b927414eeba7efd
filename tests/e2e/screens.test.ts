import type { Browser, Page } from 'playwright-core'
import type { Home } from '../../shared/contract'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let home: Home

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  home = (await (await fetch(`${product.url}/api/home`)).json()) as Home
  const { page, context } = await openSession(browser, DESKTOP)
  await setUpAdministrator(page, product)
  await context.close()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Everything loaded, nothing moving: what a person sees after a moment. */
async function settle(page: Page, text: string): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

const firstEvent = () => home.events[0]?.id ?? ''
const firstArticle = () => home.pinned[0]?.id ?? ''

const MEMBER_SCREENS: [name: string, address: () => string, text: string][] = [
  ['home', () => '/', '欢迎光临珠海市社会工作协会'],
  ['news', () => '/pages/news/index', '通知公告'],
  ['channel', () => '/pages/channel/index?slug=events', '活动预告'],
  ['event', () => `/pages/article/index?id=${firstEvent()}`, '地点'],
  ['article', () => `/pages/article/index?id=${firstArticle()}`, '会员服务部'],
  ['article-missing', () => '/pages/article/index?id=01aaaaaaaaaaaaaaaaaaaaaaaa', '返回'],
  ['contact', () => '/pages/contact/index', '拨打 0756-2212827'],
  ['alerts-web', () => '/pages/alerts/index', '请在微信小程序中使用'],
]

describe.each(['light', 'dark'] as const)('the members’ app, %s', (scheme) => {
  let session: Session
  beforeAll(async () => {
    session = await openSession(browser, PHONE, scheme)
  })
  afterAll(() => session.context.close())

  it.each(MEMBER_SCREENS)('%s can be seen and heard', async (name, address, text) => {
    await session.page.goto(`${product.url}${address()}`)
    await settle(session.page, text)
    await picture(session.page, `member-${name}-${scheme}`)
    expect(await accessibilityFaults(session.page)).toEqual([])
  })

  it('keeps what was read readable when the network is gone, and offers to try again', async () => {
    const { page, context } = session
    await page.goto(`${product.url}/`)
    await settle(page, '欢迎光临珠海市社会工作协会')
    await context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await page.reload()
    await settle(page, '近期活动')
    await page.getByText('重试').filter({ visible: true }).first().waitFor()
    await picture(page, `member-offline-${scheme}`)
    await context.unroute('**/api/**')
    await page.getByText('重试').filter({ visible: true }).first().click()
    await page.getByText('重试').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})

describe.each(['light', 'dark'] as const)('the sandbox’s phone, %s', (scheme) => {
  it('can be seen and heard, on a desk and on a phone', async () => {
    for (const [name, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      const { page, context, faults } = await openSession(browser, viewport, scheme)
      await page.goto(`${product.url}/sandbox/`)
      await page.frameLocator('iframe').getByText('欢迎光临珠海市社会工作协会').waitFor()
      await page.waitForLoadState('networkidle')
      await picture(page, `sandbox-${name}-${scheme}`)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(faults).toEqual([])
      await context.close()
    }
  })
})

describe.each([
  ['desktop', 'light', DESKTOP],
  ['desktop', 'dark', DESKTOP],
  ['phone', 'light', PHONE],
] as const)('the staff admin, %s %s', (device, scheme, viewport) => {
  let session: Session
  const shoot = (name: string) => picture(session.page, `admin-${name}-${device}-${scheme}`)
  beforeAll(async () => {
    session = await openSession(browser, viewport, scheme)
  })
  afterAll(() => session.context.close())

  it('login', async () => {
    const { page } = session
    await page.goto(`${product.url}/admin/`)
    await page.getByLabel('账号').waitFor()
    await shoot('login')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('账号').fill(ADMINISTRATOR.login)
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('账号或密码不正确').waitFor()
    expect(await page.getByLabel('账号').inputValue()).toBe(ADMINISTRATOR.login)
    await page.getByLabel('密码').fill(ADMINISTRATOR.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '概览' }).waitFor()
    // On a phone it stands in the menu; that has its own walk.
    await page.goto(`${product.url}/admin/articles`)
    await page.getByRole('heading', { name: '文章' }).waitFor()
  })

  it('list, editor of an event, notices, queue, settings', async () => {
    const { page } = session
    await settle(page, '亲子星空营')
    await shoot('articles')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByText('亲子星空营').first().click()
    await page.getByLabel('标题').waitFor()
    await settle(page, '活动')
    await shoot('editor')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto(`${product.url}/admin/notices`)
    await settle(page, '还没有通知')
    await shoot('notices')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto(`${product.url}/admin/queue`)
    await settle(page, '没有等待发送的通知')
    await shoot('queue')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto(`${product.url}/admin/settings`)
    await settle(page, '连续失败时暂停')
    await shoot('settings')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})
