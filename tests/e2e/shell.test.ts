import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, setUpAdministrator } from './support/staff'

const SMALL = { width: 1280, height: 800 }
let browser: Browser
let product: Product

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  const { page, context } = await openSession(browser, DESKTOP)
  await setUpAdministrator(page, product)
  await context.close()
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

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

test.each([
  ['desktop', 'light', DESKTOP],
  ['office', 'dark', SMALL],
] as const)('beside the page at the desk, by keyboard alone: %s, %s', async (device, scheme, viewport) => {
  const { page, context, faults } = await openSession(browser, viewport, scheme)
  await logIn(page)
  const nav = page.getByRole('navigation', { name: '主导航' })
  expect(await nav.getByRole('link').allInnerTexts()).toEqual(
    expect.arrayContaining(['概览', '文章', '日历', '图片', '通知', '发送队列', '人员', '操作日志', '设置']),
  )
  expect(await page.getByRole('button', { name: '菜单' }).isVisible()).toBe(false)
  await page.goto(`${product.url}/admin/articles`)
  await page.getByRole('heading', { name: '文章' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  expect(await nav.locator('[aria-current=page]').allInnerTexts()).toEqual(['文章'])
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await picture(page, `admin-shell-${device}-${scheme}`)
  expect(faults).toEqual([])
  await context.close()
})

test.each(['light', 'dark'] as const)('in a drawer on the phone, which hands the focus back: %s', async (scheme) => {
  const { page, context, faults } = await openSession(browser, PHONE, scheme)
  await logIn(page)
  expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(0)
  expect(await fits(page)).toBe(true)
  await picture(page, `admin-shell-phone-${scheme}`)
  const menu = page.getByRole('button', { name: '菜单', exact: true })
  await menu.press('Enter')
  const drawer = page.getByRole('dialog', { name: '菜单' })
  await drawer.waitFor()
  await picture(page, `admin-shell-phone-menu-${scheme}`)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true)
  await menu.click()
  await drawer.getByRole('link', { name: '发送队列' }).click()
  await page.getByRole('heading', { name: '发送队列' }).waitFor()
  expect(await drawer.isVisible()).toBe(false)
  expect(faults).toEqual([])
  await context.close()
})

test('dark stays dark when somebody comes back, and the system decides again when asked to', async () => {
  const { page, context } = await openSession(browser, DESKTOP)
  await logIn(page)
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  const choose = async (name: string) => {
    await page.getByRole('button', { name: '外观' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await choose('深色')
  expect(await theme()).toBe('dark')
  await page.reload()
  await page.getByRole('heading', { name: '概览' }).waitFor()
  expect(await theme()).toBe('dark')
  await choose('跟随系统')
  expect(await theme()).toBe('light')
  await context.close()
})

test('English, once chosen, is there on the phone too, and Chinese for everybody else', async () => {
  const office = await openSession(browser, DESKTOP)
  await logIn(office.page)
  await office.page.getByRole('button', { name: '语言 Language' }).click()
  await office.page.getByRole('menuitem', { name: 'English' }).click()
  await office.page.getByRole('link', { name: 'Articles', exact: true }).waitFor()
  expect(await office.page.evaluate(() => document.documentElement.lang)).toBe('en')
  await office.context.close()

  const { page, context } = await openSession(browser, PHONE)
  await page.goto(`${product.url}/admin/`)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  await page.getByLabel('账号').fill(ADMINISTRATOR.login)
  await page.getByLabel('密码').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: 'Menu' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitem', { name: '中文' }).click()
  await page.getByRole('button', { name: '菜单' }).waitFor()
  await context.close()
})

describe('the command palette', () => {
  test.each([
    ['desktop', 'light', DESKTOP],
    ['phone', 'dark', PHONE],
  ] as const)(
    'leads to an article by a word of its text, and remembers it: %s, %s',
    async (device, scheme, viewport) => {
      const { page, context, faults } = await openSession(browser, viewport, scheme)
      await logIn(page)
      await page.getByRole('button', { name: '查找' }).click()
      const palette = page.getByRole('dialog', { name: '查找' })
      const field = palette.getByRole('combobox')
      await palette.getByRole('option', { name: '新建文章' }).waitFor()
      await picture(page, `admin-palette-empty-${device}-${scheme}`)
      expect(await accessibilityFaults(page)).toEqual([])
      await field.fill('睡眠')
      const option = palette.getByRole('group', { name: '文章' }).getByRole('option', { name: /午后茶话/ })
      await option.waitFor()
      await palette
        .getByRole('status')
        .getByText(/项结果/)
        .waitFor()
      expect(await option.getAttribute('aria-selected')).toBe('true')
      expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
      await picture(page, `admin-palette-found-${device}-${scheme}`)
      expect(await accessibilityFaults(page)).toEqual([])
      await field.press('Enter')
      await page.getByLabel('标题').waitFor()
      await page.keyboard.press('Control+k')
      const recent = palette
        .getByRole('group', { name: '最近打开' })
        .getByRole('option', { name: '午后茶话：聊聊睡眠与血压' })
      await recent.waitFor()
      await page.keyboard.press('Escape')
      await palette.waitFor({ state: 'hidden' })
      expect(faults).toEqual([])
      await context.close()
    },
  )

  test('goes through everything by keyboard, says when there is nothing, and asks again after a fault', async () => {
    const { page, context } = await openSession(browser, DESKTOP)
    await logIn(page)
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: '查找' })
    const field = palette.getByRole('combobox')
    const chosen = () => palette.locator('[aria-selected=true]').allInnerTexts()
    await palette.getByRole('option', { name: '新建文章' }).waitFor()
    const [first] = await chosen()
    await field.press('ArrowUp')
    expect(await chosen()).not.toEqual([first])
    await field.press('ArrowDown')
    expect(await chosen()).toEqual([first])
    await field.fill('没有这样的东西')
    await palette.getByText('没有找到。换个词试试').waitFor()
    await page.route('**/api/admin/finder*', (route) => route.abort())
    await field.fill('灯塔')
    await palette.getByRole('alert').getByText('暂时无法连接服务器').waitFor()
    await page.unroute('**/api/admin/finder*')
    await palette.getByRole('button', { name: '重试' }).click()
    await palette.getByRole('alert').waitFor({ state: 'hidden' })
    await field.fill('发送队列')
    await palette.getByRole('option', { name: '发送队列', selected: true }).waitFor()
    await field.press('Enter')
    await page.getByRole('heading', { name: '发送队列' }).waitFor()
    await context.close()
  })
})
