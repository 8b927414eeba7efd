import type { Locator, Page } from 'playwright-core'
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
  await page.getByRole('heading', { name: '文章', exact: true }).waitFor()
}

/** Says in a dialog that the notice need not wait for the morning: what is tested must not depend on the time of day. */
export const alsoAtNight = (dialog: Locator): Promise<void> =>
  dialog.getByRole('checkbox', { name: '夜间也发送' }).check()

/** Types a date and a time of Shanghai, such as `2026-11-24 09:30`, as an office worker would. */
export async function chooseDate(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label).fill(value)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}
