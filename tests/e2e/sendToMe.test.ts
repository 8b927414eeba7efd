import type { Browser, FrameLocator, Page } from 'playwright-core'
import { request } from '../support/http'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, chooseDate, setUpAdministrator } from './support/staff'

/** A colleague binds their own WeChat with the phone of the sandbox, and sends a notice to themselves first. */
const NEXT_WEEK = new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
const LONG_TITLE = '滨海长者健步行（第三期，名额有限）欢迎街坊'

let browser: Browser
let product: Product
let staff: Session
let phone: Session
let page: Page
let app: FrameLocator
/** Where the draft is written. */
let editor: string

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  staff = await openSession(browser, DESKTOP)
  phone = await openSession(browser, DESKTOP)
  page = staff.page
  app = phone.page.frameLocator('.app__frame')
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const fault = (json: object) => request(`${product.url}/sandbox/api/faults`, 'POST', { json })
async function shown(of: Page, name: string): Promise<void> {
  await picture(of, `send-to-me-${name}`)
  expect(await accessibilityFaults(of)).toEqual([])
}
async function dark(of: Page, name: string): Promise<void> {
  await of.emulateMedia({ colorScheme: 'dark' })
  await shown(of, `${name}-dark`)
  await of.emulateMedia({ colorScheme: 'light' })
}
/** Points the camera of the phone at the code that was shown last. */
async function scan(): Promise<void> {
  await phone.page.getByRole('button', { name: '扫一扫' }).click()
  const sheet = phone.page.getByRole('dialog', { name: '扫一扫' })
  await sheet
    .getByRole('button', { name: /工作人员绑定/ })
    .first()
    .click()
}
const visible = (text: string | RegExp) => app.getByText(text).filter({ visible: true }).first()
/** The newest sheet of WeChat's subscribe dialog, agreed to. */
async function allow(): Promise<void> {
  await app.getByRole('button', { name: '允许接收测试通知' }).click()
  await phone.page.getByRole('dialog').getByRole('button', { name: '允许' }).click()
}

it('shows a code on the account page, asks on the phone, and says at once that it is bound', async () => {
  await setUpAdministrator(page, product)
  await page.goto(`${product.url}/admin/account`)
  const part = page.getByRole('region', { name: '我的微信' })
  await part.getByRole('button', { name: '绑定我的微信' }).click()
  const dialog = page.getByRole('dialog', { name: '绑定我的微信' })
  await dialog.getByAltText('绑定微信的小程序码').waitFor()
  await shown(page, 'code')
  await dark(page, 'code')

  await phone.page.goto(`${product.url}/sandbox/`)
  await visible('欢迎光临').waitFor()
  await scan()
  await visible(`绑定到工作人员“${ADMINISTRATOR.name}”`).waitFor()
  await shown(phone.page, 'phone-asks')
  await dark(phone.page, 'phone-asks')
  await app.getByRole('button', { name: '确认绑定' }).click()
  await visible(`已绑定到工作人员“${ADMINISTRATOR.name}”`).waitFor()

  await dialog.getByText('已绑定您的微信').waitFor()
  await shown(page, 'bound')
  await dialog.getByRole('button', { name: '完成' }).click()
  await part.getByText('可收 0 条').first().waitFor()
  await shown(page, 'account')
  await dark(page, 'account')
})

it('refuses a value of 21 characters with words at the field, and what it proposes instead fits', async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('标题').fill(LONG_TITLE)
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.type('沿情侣路步行三公里，请穿运动鞋。')
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '活动预告' })
  await chooseDate(page, '开始时间', `${NEXT_WEEK} 09:30`)
  await chooseDate(page, '结束时间', `${NEXT_WEEK} 11:00`)
  await page.getByLabel('活动地点').fill('海滨公园北门')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const name = dialog.getByLabel('活动名称')
  await name.fill(LONG_TITLE)
  await dialog.getByText('最多 20 个字，现有 21 个。').waitFor()
  await dialog.getByText('21/20').waitFor()
  expect(await dialog.getByRole('button', { name: '先发给我自己' }).isDisabled()).toBe(true)
  await shown(page, 'too-long')
  await dialog.getByRole('button', { name: '用这个：滨海长者健步行欢迎街坊' }).click()
  expect(await name.inputValue()).toBe('滨海长者健步行欢迎街坊')
  await dialog.getByText('11/20').waitFor()

  const card = dialog.getByRole('figure')
  await card.getByRole('button', { name: '深色' }).click()
  expect(await card.getByRole('button', { name: '深色' }).getAttribute('aria-pressed')).toBe('true')
  await shown(page, 'card-dark')
  await dark(page, 'card-dark')
})

it('waits for a grant in words, and the button is ready once the phone has allowed one', async () => {
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: '先发给我自己' })
  await dialog.getByText('您的微信没有这类通知的剩余次数').waitFor()
  expect(await send.isDisabled()).toBe(true)
  await shown(page, 'no-grant')
  await allow()
  await visible('可收 1 条').waitFor()
  await shown(phone.page, 'phone-allowed')
  await dialog.getByText('您还可以收 1 条').waitFor()
  await send.click()
  await dialog.getByText('已送到您的微信').waitFor()
  await shown(page, 'sent')
  await dark(page, 'sent')

  await phone.page.getByRole('button', { name: '查看服务通知' }).click()
  await phone.page.getByText('滨海长者健步行欢迎街坊').filter({ visible: true }).first().waitFor()
  await picture(phone.page, 'send-to-me-phone-arrived')
})

it('says what WeChat said: no grant, a dead template, trouble with the token, and an end that nobody knows', async () => {
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: '先发给我自己' })
  const again = async () => {
    await phone.page.getByRole('button', { name: '查看服务通知' }).waitFor()
    await scan()
    await allow()
    await until(
      () => send.isEnabled(),
      (enabled) => enabled,
    )
  }
  editor = page.url()
  await again()
  await fault({ kind: 'errcode', errcode: 43101 })
  await send.click()
  await dialog.getByText('（43101）').waitFor()
  await shown(page, '43101')

  await again()
  await fault({ kind: 'errcode', errcode: 40037 })
  await send.click()
  await dialog.getByText('（40037）').waitFor()
  // WeChat did not use the grant: it is there for the next one
  await until(
    () => send.isEnabled(),
    (enabled) => enabled,
  )
  await fault({ kind: 'errcode', errcode: 40001, count: 1000 })
  await send.click()
  await dialog.getByText('微信拒绝了访问令牌').waitFor()
  await shown(page, 'token')
  await dialog.getByRole('button', { name: '不发了' }).click()
  await dialog.getByText('没有发出，提醒次数已退回').waitFor()
  await request(`${product.url}/sandbox/api/faults`, 'DELETE')

  await until(
    () => send.isEnabled(),
    (enabled) => enabled,
  )
  await fault({ kind: 'sent_event_lost' })
  await fault({ kind: 'bad_gateway', accepted: true })
  await send.click()
  await dialog.getByText('不知道是否送到').waitFor()
  expect(await send.isDisabled()).toBe(true)
  await shown(page, 'unknown')
  await dark(page, 'unknown')
  await dialog.getByRole('button', { name: '收到了', exact: true }).click()
  await dialog.getByText('您确认已收到。').waitFor()
})

it('is no notice: no list knows it; and unbound it asks for the WeChat anew', async () => {
  await page.goto(`${product.url}/admin/notices`)
  await page.getByRole('heading', { name: '通知', exact: true }).waitFor()
  expect(await page.getByText('滨海长者健步行').count()).toBe(0)

  await page.goto(`${product.url}/admin/account`)
  const part = page.getByRole('region', { name: '我的微信' })
  await part.getByRole('button', { name: '解除绑定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '解除绑定' }).click()
  await part.getByRole('button', { name: '绑定我的微信' }).waitFor()
  await scan()
  await visible('这个绑定码已经用过').waitFor()
  await shown(phone.page, 'phone-used')

  await page.setViewportSize(PHONE)
  await page.reload()
  await part.waitFor()
  await shown(page, 'account-phone')
})

it('says all of it in English too', async () => {
  const english = await openSession(browser, DESKTOP)
  const of = english.page
  await of.goto(`${product.url}/admin/`)
  await of.getByRole('button', { name: 'English' }).click()
  await of.getByLabel('Account').fill(ADMINISTRATOR.login)
  await of.getByLabel('Password').fill(ADMINISTRATOR.password)
  await of.getByRole('button', { name: 'Log in' }).click()
  await of.getByRole('link', { name: 'Notices', exact: true }).waitFor()
  await of.goto(editor)
  await of.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = of.getByRole('dialog')
  await dialog.getByLabel('活动名称').fill(LONG_TITLE)
  await dialog.getByRole('button', { name: 'Use this: 滨海长者健步行欢迎街坊' }).waitFor()
  await dialog.getByText('Bind your WeChat to see this notice on your own phone first.').waitFor()
  await shown(of, 'english')
  await english.context.close()
  expect(english.faults).toEqual([])
})

it('breaks nothing on the way', () => expect([staff.faults, phone.faults]).toEqual([[], []]))
