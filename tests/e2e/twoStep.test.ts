import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { request } from '../support/http'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, setUpAdministrator } from './support/staff'

const PASSWORD = '海边的灯塔今晚也亮着'

let browser: Browser
let product: Product
let admin: Page
let recoveryCodes: string[] = []

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

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

const look = async (page: Page, name: string) => {
  await picture(page, name, true)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}

/** From the password to the recovery codes; ends with the codes still shown. */
async function setUpSecondStep(page: Page, password: string, name?: string): Promise<string> {
  await page.getByLabel('登录密码').fill(password)
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('img', { name: '两步验证二维码' }).waitFor()
  const secret = (await page.getByLabel('密钥').innerText()).replaceAll(' ', '')
  if (name !== undefined) await look(page, name)
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await page.getByText('验证码不正确或已经使用过').waitFor()
  await page.getByLabel('验证码').fill(codeOf(secret))
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: '恢复码' }).waitFor()
  return secret
}

async function logIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

test('an administrator turns the second step on, is asked for it, and goes on writing after a lost session', async () => {
  await admin.goto(`${product.url}/admin/account`)
  await admin.getByRole('button', { name: '启用两步验证' }).click()
  await setUpSecondStep(admin, ADMINISTRATOR.password, 'admin-two-step-app')
  recoveryCodes = await admin.getByRole('list', { name: '恢复码' }).getByRole('listitem').allInnerTexts()
  expect(recoveryCodes).toHaveLength(10)
  await look(admin, 'admin-two-step-codes')
  await admin.getByRole('button', { name: '我已保存' }).click()
  await admin.getByText('还有 10 个恢复码可用').waitFor()

  // half-written, and the session ends
  await admin.goto(`${product.url}/admin/articles/new`)
  await admin.getByLabel('栏目').selectOption('notices')
  await admin.getByLabel('标题').fill('写到一半的文章')
  await admin.context().clearCookies()
  await admin.getByRole('button', { name: '保存草稿' }).click()
  const dialog = admin.getByRole('dialog', { name: '登录已过期' })
  await dialog.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password)
  await dialog.getByRole('button', { name: '登录' }).click()
  await dialog.getByLabel('验证码').fill('123456')
  await dialog.getByRole('button', { name: '验证并登录' }).click()
  await dialog.getByText('验证码不正确或已经使用过').waitFor()
  await look(admin, 'admin-two-step-relogin')
  await dialog.getByRole('button', { name: '手机不在身边？使用恢复码' }).click()
  await dialog.getByLabel('恢复码').fill(recoveryCodes[0] ?? '')
  await dialog.getByRole('button', { name: '验证并登录' }).click()
  await admin.waitForURL(/\/admin\/articles\/[0-9a-z]{26}/)
  expect(await admin.getByLabel('标题').inputValue()).toBe('写到一半的文章')
})

test('a second administrator is led to set it up before anything else, on a phone', async () => {
  await admin.goto(`${product.url}/admin/settings/sign-in`)
  await admin.getByRole('switch', { name: '管理员必须启用两步验证' }).click()
  await admin.getByLabel('登录密码').fill(ADMINISTRATOR.password)
  await look(admin, 'admin-settings-sign-in')
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByText('登录设置已保存').waitFor()

  await admin.goto(`${product.url}/admin/staff`)
  await admin.getByRole('button', { name: '邀请工作人员' }).click()
  const invite = admin.getByRole('dialog', { name: '邀请工作人员' })
  await invite.getByLabel('姓名').fill('陈立')
  await invite.getByLabel('角色').selectOption({ label: '管理员' })
  await invite.getByRole('button', { name: '生成邀请链接' }).click()
  const token = (await invite.getByLabel('一次性链接').inputValue()).split('#')[1]
  const json = { token, login: 'chen.li', password: PASSWORD }
  const used = await request(`${product.url}/api/admin/staff-links/use`, 'POST', {
    json,
    headers: { origin: product.url },
  })
  expect(used.status).toBe(200)

  const { page, context, faults } = await openSession(browser, PHONE, 'dark')
  await page.goto(`${product.url}/admin/articles`)
  await logIn(page, 'chen.li', PASSWORD)
  await page.getByRole('heading', { name: '启用两步验证' }).waitFor()
  const secret = await setUpSecondStep(page, PASSWORD, 'admin-two-step-enrol-phone-dark')
  await page.getByRole('button', { name: '我已保存' }).click()
  await page.getByRole('heading', { name: '文章', exact: true }).waitFor()

  await page.context().clearCookies()
  await page.goto(`${product.url}/admin/articles`)
  await logIn(page, 'chen.li', PASSWORD)
  await page.getByLabel('验证码').waitFor()
  await look(page, 'admin-two-step-login-phone-dark')
  await page.getByLabel('验证码').fill(codeOf(secret, 1))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '文章', exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()

  await admin.goto(`${product.url}/admin/staff`)
  await admin.getByRole('button', { name: '陈立：重置两步验证' }).click()
  await admin.getByText('请先当面或打电话确认').waitFor()
  await look(admin, 'admin-two-step-reset')
  await admin.getByRole('button', { name: '重置两步验证', exact: true }).click()
  await admin.getByText('陈立 的两步验证已重置').waitFor()
})
