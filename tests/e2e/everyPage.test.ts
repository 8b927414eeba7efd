import type { Browser, Page } from 'playwright-core'
import { asAdministrator, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { furnishScreens } from './support/screens'

let browser: Browser
let product: Product
let staff: StaffBrowser
let screens: string[]

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  staff = await asAdministrator(product)
  screens = await furnishScreens(product, staff)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function staffSession(viewport: { width: number; height: number }, scheme: 'light' | 'dark'): Promise<Session> {
  const session = await openSession(browser, viewport, scheme)
  const [name = '', value = ''] = (staff.cookie() ?? '').split('=')
  await session.context.addCookies([{ name, value, url: product.url }])
  return session
}

async function show(page: Page, screen: string): Promise<void> {
  await page.goto(`${product.url}/admin/${screen}`)
  await page.locator('h1, textarea').first().waitFor()
  await page.waitForLoadState('networkidle')
}

const nameOf = (screen: string): string => screen.replace(/\/[0-9a-z]{26}/, '-one').replaceAll('/', '-')
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

test.each([
  ['desktop', 'light', DESKTOP],
  ['desktop', 'dark', DESKTOP],
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
] as const)(
  'every page can be seen and heard, and is no wider than the screen: %s, %s',
  async (device, scheme, view) => {
    const { page, context, faults } = await staffSession(view, scheme)
    const found: Record<string, string[]> = {}
    for (const screen of screens) {
      await show(page, screen)
      await picture(page, `every-${nameOf(screen)}-${device}-${scheme}`, true)
      const wrong = [
        ...(await accessibilityFaults(page)),
        ...((await isTooWide(page)) ? ['wider than the screen'] : []),
      ]
      if (wrong.length > 0) found[screen] = wrong
    }
    expect(found).toEqual({})
    expect(faults).toEqual([])
    await context.close()
  },
)

test.each(['light', 'dark'] as const)('pickers of days, the palette, and what a delivery opens: %s', async (scheme) => {
  const { page, context, faults } = await staffSession(DESKTOP, scheme)
  await show(page, 'audit')
  const from = page.getByLabel('起始日期')
  await from.fill('2026-11-01')
  await from.press('Enter')
  await page.waitForURL(/from=2026-11-01/)
  expect(await accessibilityFaults(page)).toEqual([])
  await from.click()
  await page.locator('.ant-picker-dropdown').filter({ visible: true }).waitFor()
  await picture(page, `every-day-picker-${scheme}`)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')

  const palette = page.getByRole('dialog', { name: '查找' })
  const field = palette.getByRole('combobox')
  for (const typed of ['', '说明', '没有这样的东西']) {
    await page.keyboard.press('Control+k')
    await field.fill(typed)
    await palette
      .getByRole('status')
      .getByText(typed === '没有这样的东西' ? '没有找到' : /项结果/)
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'hidden' })
  }

  await show(page, screens.find((screen) => screen.startsWith('notices/')) ?? '')
  await page.getByRole('list', { name: '送达记录' }).getByRole('button').first().click()
  await page.getByRole('dialog').waitFor()
  await picture(page, `every-delivery-${scheme}`)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('the palette leads to every page that stands by itself', async () => {
  const { page, context } = await staffSession(DESKTOP, 'light')
  await show(page, 'no-such-page')
  const palette = page.getByRole('dialog', { name: '查找' })
  const field = palette.getByRole('combobox')
  const reached = new Set<string>()
  const names = async (): Promise<string[]> => {
    await page.keyboard.press('Control+k')
    const options = palette.getByRole('group', { name: '页面' }).getByRole('option')
    await options.first().waitFor()
    const found = await options.allInnerTexts()
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'hidden' })
    return found
  }
  for (const name of await names()) {
    await show(page, 'no-such-page')
    const before = page.url()
    await page.keyboard.press('Control+k')
    await field.fill(name)
    // what the server finds comes above, so nothing is chosen before it is here
    await palette.getByText(/^\d+ 项结果/).waitFor()
    const chosen = palette.getByRole('option', { selected: true })
    await until(
      async () => {
        const words = (await chosen.allInnerTexts()).join().trim()
        if (words !== name.trim()) await field.press('ArrowDown')
        return { words, name: name.trim() }
      },
      (found) => found.words === found.name,
    )
    await field.press('Enter')
    await page.waitForURL((url) => url.href !== before)
    reached.add(new URL(page.url()).pathname.replace('/admin/', ''))
  }
  const alone = screens.filter((screen) => !/^(?:articles|notices)\/|no-such-page/.test(screen))
  expect([...reached].sort()).toEqual(alone.sort())
  await context.close()
})
