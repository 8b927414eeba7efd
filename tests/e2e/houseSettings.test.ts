import type { Browser, Page } from 'playwright-core'
import type { ContactCard, Home } from '../../shared/contract'
import { request } from '../support/http'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let admin: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  admin = (await openSession(browser, DESKTOP)).page
  await setUpAdministrator(admin, product)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const look = async (page: Page, name: string) => {
  await picture(page, name, true)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}
const home = async () => (await request<Home>(`${product.url}/api/home`)).body
const card = async () => (await request<ContactCard>(`${product.url}/api/contact`)).body

test('another name is seen while it is typed, holds at once for members, and goes back', async () => {
  await admin.goto(`${product.url}/admin/settings/organisation`)
  const preview = admin.getByRole('complementary', { name: '预览' })
  await admin.getByLabel('欢迎语').fill('欢迎回家，珠海社工')
  await preview.getByText('欢迎回家，珠海社工').waitFor()
  await admin.getByLabel('简称').fill('名'.repeat(13))
  await admin.getByText('不能超过 12 个字符。').waitFor()
  await look(admin, 'admin-settings-organisation-wrong')
  await admin.getByRole('button', { name: '简称：恢复配置文件的值' }).click()
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByText('机构资料已保存').waitFor()
  expect((await home()).organisation.welcome).toBe('欢迎回家，珠海社工')
  const { page, context } = await openSession(browser, PHONE)
  await page.goto(product.url)
  await page.getByText('欢迎回家，珠海社工').first().waitFor()
  await context.close()
  await admin.getByRole('button', { name: '欢迎语：恢复配置文件的值' }).click()
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByText('欢迎回家，珠海社工').waitFor({ state: 'detached' })
  expect((await home()).organisation.welcome).not.toContain('回家')
})

test('the card gets a second telephone, a short Friday and a day off; what is wrong is told at its field', async () => {
  await admin.goto(`${product.url}/admin/settings/contact`)
  const preview = admin.getByRole('complementary', { name: '预览' })
  await admin.getByRole('button', { name: '添加电话' }).click()
  await admin.getByLabel('电话 2 名称').fill('活动咨询')
  await admin.getByLabel('电话 2 号码').fill('打给我')
  await admin.getByText('请填写电话号码').waitFor()
  expect(await admin.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await admin.getByLabel('电话 2 号码').fill('0756-2212828')
  await preview.getByText('0756-2212828').waitFor()
  await admin.getByRole('button', { name: '周五：移除第 2 个时段' }).click()
  await preview.getByText('周五 08:30—12:00').waitFor()
  const count = await admin.getByLabel(/^例外日 \d+ 日期$/).count()
  await admin.getByRole('button', { name: '添加例外日' }).click()
  await admin.getByLabel(`例外日 ${count + 1} 日期`).fill('2026-12-31')
  await admin.getByLabel(`例外日 ${count + 1} 原因`).fill('年终盘点')
  await admin.getByText(/国家放假与调休（\d+ 天/).click()
  await look(admin, 'admin-settings-contact')
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByText('联系方式已保存').waitFor()
  const is = await card()
  expect(is.phones.at(-1)).toEqual({ label: '活动咨询', number: '0756-2212828' })
  expect(is.officeHours.byDay).toEqual([{ day: 5, periods: [{ from: '08:30', to: '12:00' }] }])
  const { page, context } = await openSession(browser, PHONE)
  await page.goto(`${product.url}/pages/contact/index`)
  await page.getByText('0756-2212828').first().waitFor()
  await picture(page, 'member-contact-by-day', true)
  await context.close()
  await admin.getByRole('button', { name: '办公时间：恢复配置文件的值' }).click()
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByRole('button', { name: '办公时间：恢复配置文件的值' }).waitFor({ state: 'detached' })
})

test('a template of the account is chosen, checked while it is filled in, and given back', async () => {
  await admin.goto(`${product.url}/admin/settings/templates`)
  await admin.getByText('与微信一致').first().waitFor()
  await admin.getByRole('button', { name: '活动提醒：更换模板' }).click()
  const dialog = admin.getByRole('dialog', { name: '活动提醒：更换模板' })
  await dialog.getByLabel('模板', { exact: true }).selectOption('sandbox-spare-0001')
  await dialog.getByLabel('活动主题（thing1）').selectOption('time')
  await dialog.getByText('这一类字段填不下这项内容').waitFor()
  await dialog.getByLabel('活动主题（thing1）').selectOption('title')
  await dialog.getByLabel('活动地点（thing6）').selectOption('venue')
  await dialog.getByLabel('咨询电话的文字').fill('0756-2212827')
  await look(admin, 'admin-settings-templates-choose')
  await dialog.getByRole('button', { name: '保存' }).click()
  const part = admin.getByRole('region', { name: '活动提醒' })
  await part.getByText('sandbox-spare-0001').waitFor()
  await part.getByRole('button', { name: '恢复配置的模板' }).click()
  await part.getByText('sandbox-reminder-0001').waitFor()
})

test.each([
  ['phone', PHONE, 'light'],
  ['phone', PHONE, 'dark'],
  ['desktop', DESKTOP, 'dark'],
] as const)(
  'the settings can be seen and heard on a %s, %s',
  async (device, viewport, scheme) => {
    const { page, context, faults } = await openSession(browser, viewport, scheme)
    await context.addCookies(await admin.context().cookies())
    for (const [name, heading] of [
      ['organisation', '机构资料'],
      ['contact', '联系方式'],
      ['templates', '微信模板'],
      ['sign-in', '登录设置'],
    ] as const) {
      await page.goto(`${product.url}/admin/settings/${name}`)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await look(page, `admin-settings-${name}-${device}-${scheme}`)
    }
    expect(faults).toEqual([])
    await context.close()
  },
  60_000,
)
