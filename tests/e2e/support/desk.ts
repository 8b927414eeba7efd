import type { Browser, Page } from 'playwright-core'
import { DESKTOP, launchBrowser, openSession, type Session } from './browser'
import { startProduct, type Product } from './product'
import { setUpAdministrator } from './staff'

export interface Credentials {
  login: string
  password: string
}

/** The product with its first administrator at the list of articles. */
export interface Desk {
  browser: Browser
  product: Product
  session: Session
  page: Page
  stop(): Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const product = await startProduct()
  const browser = await launchBrowser()
  const stop = async () => {
    await browser.close()
    await product.stop()
  }
  try {
    const session = await openSession(browser, DESKTOP)
    await setUpAdministrator(session.page, product)
    return { browser, product, session, page: session.page, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** As the page itself would ask: with the cookie of who is logged in. */
export const askAs = <T>(page: Page, method: string, path: string, json?: object): Promise<T> =>
  page.evaluate(
    async ([how, where, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(where, { method: how, headers, ...(body === '' ? {} : { body }) })
      return (await answer.json()) as unknown
    },
    [method, path, json === undefined ? '' : JSON.stringify(json)] as const,
  ) as Promise<T>

/** Types what a person knows of themselves into the page of the login. */
export async function typeLogin(page: Page, { login, password }: Credentials): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Logs in at the page of the login; ends where that leads to. */
export async function logIn(page: Page, { url }: Pick<Product, 'url'>, credentials: Credentials): Promise<void> {
  await page.goto(`${url}/admin/login`)
  await typeLogin(page, credentials)
  await page.waitForURL(/admin\/(overview|articles)/)
}

/** Invites a colleague and answers the invitation in their stead. `admin` is a page of an administrator. */
export async function addColleague(
  admin: Page,
  person: Credentials & { name: string; role: 'writer' | 'editor' | 'administrator' },
): Promise<Credentials> {
  const { name, role, login, password } = person
  const { token } = await askAs<{ token: string }>(admin, 'POST', '/api/admin/staff/invitations', { name, role })
  await askAs(admin, 'POST', '/api/admin/staff-links/use', { token, login, password })
  return { login, password }
}
