import { hashPassword } from '../../server/features/staff/password'
import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { StaffEntity } from '../../server/store/entities'
import type { ErrorBody, StaffArticle, StaffMember, StaffRole } from '../../shared/contract'
import { ADMINISTRATOR } from './administrator'
import { request, type Answer, type Call } from './http'
import type { TestServer } from './server'

export { ADMINISTRATOR }

/** A staff member at a browser: keeps the cookie and sends the `Origin` that a browser would. */
export interface StaffBrowser {
  call<T = unknown>(method: string, path: string, call?: Call): Promise<Answer<T>>
  /** As the browser would send it; null when there is none. */
  cookie(): string | null
  keep(cookie: string | null): void
}

export function openBrowser(url: string): StaffBrowser {
  let cookie: string | null = null
  return {
    cookie: () => cookie,
    keep: (value) => {
      cookie = value
    },
    async call<T>(method: string, path: string, { headers = {}, ...call }: Call = {}) {
      const sent = { origin: url, ...(cookie === null ? {} : { cookie }), ...headers }
      const answer = await request<T>(`${url}${path}`, method, { ...call, headers: sent })
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        cookie = pair.endsWith('=') ? null : pair
      }
      return answer
    },
  }
}

/** A browser in which the first administrator has been made and is logged in. */
export async function asAdministrator(server: Pick<TestServer, 'url' | 'setupCode'>): Promise<StaffBrowser> {
  const browser = openBrowser(server.url)
  const json = { code: server.setupCode, ...ADMINISTRATOR }
  const made = await browser.call<StaffMember | ErrorBody>('POST', '/api/admin/setup', { json })
  if (made.status !== 201) throw new Error(`set-up answered ${made.status}: ${JSON.stringify(made.body)}`)
  return browser
}

/** Keeps a draft and returns it; throws when the server refuses. */
export async function keepDraft(browser: StaffBrowser, json: object): Promise<StaffArticle> {
  const kept = await browser.call<StaffArticle>('POST', '/api/admin/articles', { json })
  if (kept.status !== 201) throw new Error(`the draft was refused: ${JSON.stringify(kept.body)}`)
  return kept.body
}

/** Puts a colleague of some role into the database; the password is the administrator's. */
export async function addStaff(database: Database, { login, role }: { login: string; role: StaffRole }): Promise<void> {
  const passwordHash = await hashPassword(ADMINISTRATOR.password)
  await database.write((manager) =>
    manager.insert(StaffEntity, {
      id: newId(),
      login,
      name: login,
      role,
      passwordHash,
      disabled: false,
      createdAt: Date.now(),
    }),
  )
}

/** A browser in which this account is logged in. */
export async function logInAs(server: Pick<TestServer, 'url'>, login: string): Promise<StaffBrowser> {
  const browser = openBrowser(server.url)
  const json = { login, password: ADMINISTRATOR.password }
  const answer = await browser.call('POST', '/api/admin/session', { json })
  if (answer.status !== 201) throw new Error(`${login} cannot log in: ${JSON.stringify(answer.body)}`)
  return browser
}
