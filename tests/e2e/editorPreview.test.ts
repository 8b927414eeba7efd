import type { Browser, FrameLocator, Page } from 'playwright-core'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let session: Session
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  session = await openSession(browser, DESKTOP)
  ;({ page } = session)
  await setUpAdministrator(page, product).catch(() => undefined)
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('标题').fill('冬至敬老茶话会')
  await page.getByLabel('栏目').selectOption('notices')
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.type('欢迎各位长者')
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const phone = (): FrameLocator => page.frameLocator('iframe[title="手机预览"]')
/** How large the body is set in the frame, px. */
const textSize = () =>
  phone()
    .locator('.body')
    .evaluate((body) => parseFloat(getComputedStyle(body).fontSize))

test('the phone follows the typing, in the members’ own look, dark and large', async () => {
  await page.getByRole('button', { name: '手机预览' }).click()
  await phone().getByText('欢迎各位长者').waitFor()
  await phone().getByText('冬至敬老茶话会').waitFor()
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('与家属参加。')
  await phone().getByText('欢迎各位长者与家属参加。').waitFor()
  await picture(page, 'preview-light')
  const before = await textSize()
  await page.getByText('特大', { exact: true }).click()
  await page.getByText('深色', { exact: true }).click()
  await phone().locator('html[data-look="dark"]').waitFor()
  expect((await textSize()) / before).toBeCloseTo(1.4, 1)
  await picture(page, 'preview-dark-largest')
  expect(await accessibilityFaults(page)).toEqual([])
  // what staff try out here is not what they keep as readers
  expect(await page.evaluate(() => localStorage.getItem('settings'))).toBeNull()
  await page.keyboard.press('Escape')
})

test('a colleague without an account opens the link and reads the saved draft; taken back, it opens nothing', async () => {
  await page.keyboard.press('Control+s')
  await page.getByText(/^已保存 \d/).waitFor()
  await page.getByRole('button', { name: '生成预览链接' }).click()
  const address = await page.getByLabel('新的链接').inputValue()
  expect(address).toMatch(/\/pages\/preview\/index#[\w-]{43}$/)
  await page.getByRole('heading', { name: '预览链接' }).scrollIntoViewIfNeeded()
  await picture(page, 'preview-link-light')

  const colleague = await openSession(browser, PHONE, 'dark')
  const answer = await colleague.page.goto(address)
  expect(answer?.headers()['x-robots-tag']).toBe('noindex, nofollow')
  await colleague.page.getByText('欢迎各位长者与家属参加。').waitFor()
  await colleague.page.getByText(/文章尚未发布，请勿转发。预览链接 .* 前有效/).waitFor()
  expect(await accessibilityFaults(colleague.page)).toEqual([])
  await picture(colleague.page, 'preview-colleague-dark')

  await page.getByRole('button', { name: /^收回 .* 前有效的预览链接/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /收\s*回/ })
    .click()
  await page.getByRole('button', { name: /^收回 .* 前有效的预览链接/ }).waitFor({ state: 'detached' })
  await colleague.page.reload()
  await colleague.page.getByText('预览链接已失效').waitFor()
  expect(colleague.faults).toEqual([])
  await colleague.context.close()
})
