import type { Page } from 'playwright-core'
import type { Product } from './product'

export const ADMINISTRATOR = { login: 'office', name: '林晓', password: 'sea-breeze-and-lighthouse' }

/** Makes the first administrator in the browser; ends at the list of articles. */
export async function setUpAdministrator(page: Page, product: Product): Promise<void> {
  await page.goto(`${product.url}/admin/`)
  await page.getByLabel('设置码').fill(product.setupCode)
  await page.getByLabel('账号').fill(ADMINISTRATOR.login)
  await page.getByLabel('姓名').fill(ADMINISTRATOR.name)
  await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password)
  await page.getByLabel('确认密码').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.getByRole('heading', { name: '文章' }).waitFor()
}

/** Turns the quiet hours off: what is tested must not depend on the time of day. */
export async function sendAtNight(page: Page): Promise<void> {
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByRole('switch', { name: '安静时段' }).click()
  await page.getByRole('button', { name: '保存设置' }).click()
  await page.getByText('设置已保存').waitFor()
  await page.getByRole('link', { name: '文章', exact: true }).click()
}

/** Types a date and a time of Shanghai, such as `2026-11-24 09:30`, as an office worker would. */
export async function chooseDate(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label).fill(value)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}
