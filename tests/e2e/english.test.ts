import type { Browser, Page } from 'playwright-core'
import { ADMINISTRATOR, asAdministrator, type StaffBrowser } from '../support/staff'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
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

const runsOf = (text: string): string[] => text.match(/[\u4e00-\u9fff]+/g) ?? []

/** Chinese that the server told as data: titles, names of people and channels. */
function contentOf(page: Page): Set<string> {
  const runs = new Set<string>([...runsOf(ADMINISTRATOR.name), '中文', '语言'])
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return
    void response
      .text()
      .then((body) => runsOf(JSON.stringify(JSON.parse(body))).forEach((run) => runs.add(run)))
      .catch(() => undefined)
  })
  return runs
}

/** Every text and name on the screen with Chinese in it, but for what members read and what is being written. */
const chineseOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const chinese = /[\u4e00-\u9fff]/
    const apart = '[lang="zh-CN"]:not(html), .ProseMirror, textarea, script, style, noscript'
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (element === null || element.closest(apart) !== null) continue
      const texts =
        node instanceof Element
          ? ['aria-label', 'title', 'placeholder', 'alt'].map((name) => node.getAttribute(name) ?? '')
          : [node.textContent ?? '']
      found.push(...texts.filter((text) => chinese.test(text)))
    }
    return [...found, document.title].filter((text) => chinese.test(text))
  })

test('in English every screen is in English, but for what staff wrote and members read', async () => {
  const { page, context, faults } = await openSession(browser, DESKTOP)
  const content = contentOf(page)
  const left: Record<string, string[]> = {}
  const look = async (name: string) => {
    const found = await chineseOn(page)
    const rest = found.filter((text) => !runsOf(text).every((run) => content.has(run)))
    if (rest.length > 0) left[name] = [...new Set(rest)]
  }
  await page.goto(`${product.url}/admin/`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel('Account').waitFor()
  await look('login')
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByText('This is required.').first().waitFor()
  await look('login, refused')
  await page.getByLabel('Account').fill(ADMINISTRATOR.login)
  await page.getByLabel('Password').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  expect(screens).toEqual(expect.arrayContaining(['bin', 'settings/templates', 'settings/organisation']))
  for (const screen of screens) {
    await page.goto(`${product.url}/admin/${screen}`)
    await page.waitForLoadState('networkidle')
    await page.locator('h1, textarea').first().waitFor()
    await look(screen)
  }
  expect(left).toEqual({})
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')

  await page.goto(`${product.url}/admin/overview`)
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-english-overview')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Find' }).getByRole('option', { name: 'New article' }).waitFor()
  await look('palette')
  await page.keyboard.press('Escape')
  expect(left).toEqual({})
  expect(faults).toEqual([])
  await context.close()
})

test('the phone has room for the longer words', async () => {
  const { page, context } = await openSession(browser, PHONE)
  await page.goto(`${product.url}/admin/`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel('Account').fill(ADMINISTRATOR.login)
  await page.getByLabel('Password').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  const wide: string[] = []
  for (const screen of screens) {
    await page.goto(`${product.url}/admin/${screen}`)
    await page.locator('h1, textarea').first().waitFor()
    await page.waitForLoadState('networkidle')
    if (!(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))) wide.push(screen)
    if (screen === 'settings') await picture(page, 'admin-english-settings-phone')
  }
  expect(wide).toEqual([])
  await context.close()
})
