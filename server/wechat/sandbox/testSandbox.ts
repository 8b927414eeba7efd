import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox, SANDBOX_APPID, SANDBOX_SECRET, type Sandbox, type SandboxOptions } from './index'

export const TEMPLATE = {
  id: 'template-a',
  title: '活动预告通知',
  fields: [
    { key: 'thing1', label: '活动名称' },
    { key: 'time2', label: '活动时间' },
  ],
}
export const VALUES = { thing1: { value: '滨海长者健步行' }, time2: { value: '2026年11月28日 09:00' } }

const running: { sandbox: Sandbox; server: Server }[] = []
const folders: string[] = []

/** The stand-in as a server of its own, with what a test does to it. */
export async function startSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = createSandbox({ miniProgram: '珠海社工协会', templates: [TEMPLATE], ...options })
  const server = createServer((request, response) => void sandbox.handle(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  running.push({ sandbox, server })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const post = (path: string, body: unknown = {}, method = 'POST') =>
    fetch(url + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const control = async <T = unknown>(path: string, body?: unknown, method?: string) =>
    (await (await post(`/sandbox/api${path}`, body, method)).json()) as T
  const token = async () => {
    const body = { grant_type: 'client_credential', appid: SANDBOX_APPID, secret: SANDBOX_SECRET }
    const answer = await post('/sandbox/wechat/cgi-bin/stable_token', body)
    return (await answer.json()) as { access_token: string; expires_in: number }
  }
  const login = async (code: string) => {
    const query = new URLSearchParams({
      appid: SANDBOX_APPID,
      secret: SANDBOX_SECRET,
      js_code: code,
      grant_type: 'authorization_code',
    })
    const answer = await fetch(`${url}/sandbox/wechat/sns/jscode2session?${query}`)
    return (await answer.json()) as { openid?: string; session_key?: string; errcode?: number }
  }
  /** A member who logged in and, unless told otherwise, accepted the template once. */
  const member = async (grants = 1) => {
    const { phoneId } = await control<{ phoneId: string }>('/phones', { grants: { [TEMPLATE.id]: grants } })
    const { code } = await control<{ code: string }>(`/phones/${phoneId}/login-code`)
    const { openid } = await login(code)
    return { phoneId, openid: openid ?? '' }
  }
  const sendRaw = async (openid: string, more: object = {}, accessToken?: string, signal?: AbortSignal) => {
    const query = `access_token=${accessToken ?? (await token()).access_token}`
    return fetch(`${url}/sandbox/wechat/cgi-bin/message/subscribe/send?${query}`, {
      method: 'POST',
      body: JSON.stringify({
        touser: openid,
        template_id: TEMPLATE.id,
        page: 'pages/article/index?id=1',
        data: VALUES,
        ...more,
      }),
      signal,
    })
  }
  const send = async (openid: string, more: object = {}, accessToken?: string) =>
    (await (await sendRaw(openid, more, accessToken)).json()) as { errcode: number; errmsg: string }
  return { url, post, control, token, login, member, send, sendRaw, sandbox }
}

/** Ends what the test began. */
export async function stopSandboxes(): Promise<void> {
  for (const { sandbox, server } of running.splice(0)) {
    await sandbox.stop()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  folders.push(folder)
  return folder
}
