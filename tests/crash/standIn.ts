import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Pool } from 'undici'
import { SANDBOX_APPID, SANDBOX_SECRET, SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { bundled, root } from './bundle'

export const TEMPLATE_ID = SANDBOX_TEMPLATE_IDS.preview

export interface Accepted {
  openid: string
  page: string
  templateId: string
  /** Milliseconds since the epoch. */
  at: number
}

/** Something that can be ordered of the stand-in; see `server/wechat/sandbox/faults`. */
export type Order = { kind: string; count?: number; accepted?: boolean } & Record<string, unknown>

export interface StandIn {
  url: string
  control<T>(path: string, body?: unknown, method?: string): Promise<T>
  /** Makes phones, each with `grants` of the preview template; their openids. */
  phones(count: number, grants: number): Promise<string[]>
  /** What it has taken, read from the list that it syncs to the disk before it answers. */
  accepted(): Accepted[]
  latency(ms: number): Promise<void>
  stop(): Promise<void>
}

const JSON_TYPE = { 'content-type': 'application/json' }
const AT_ONCE = 32

/** The stand-in of WeChat in a process of its own: nothing that is killed takes its list along. */
export async function startStandIn(folder: string, latencyMs: number): Promise<StandIn> {
  const file = join(folder, 'accepted.ndjson')
  const child: ChildProcess = spawn(process.execPath, [await bundled('sandbox')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      SANDBOX_PORT: '0',
      SANDBOX_ACCEPTED_FILE: file,
      SANDBOX_LATENCY_MS: String(latencyMs),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const told = /SANDBOX READY (\S+)/.exec(said)?.[1]
      if (told !== undefined) resolve(told)
    })
    child.once('exit', (code) => reject(new Error(`the stand-in ended with ${code}`)))
  })
  const pool = new Pool(url, { connections: AT_ONCE })

  async function control<T>(path: string, body: unknown = {}, method = 'POST'): Promise<T> {
    const answer = await pool.request({
      method: method as 'POST',
      path: path.startsWith('/sns') ? path : `/sandbox/api${path}`,
      headers: JSON_TYPE,
      body: method === 'GET' ? null : JSON.stringify(body),
    })
    return (await answer.body.json()) as T
  }

  async function phone(grants: number): Promise<string> {
    const { phoneId } = await control<{ phoneId: string }>('/phones', { grants: { [TEMPLATE_ID]: grants } })
    const { code } = await control<{ code: string }>(`/phones/${phoneId}/login-code`)
    const query = new URLSearchParams({
      appid: SANDBOX_APPID,
      secret: SANDBOX_SECRET,
      js_code: code,
      grant_type: 'authorization_code',
    })
    return (await control<{ openid: string }>(`/sns/jscode2session?${query}`, undefined, 'GET')).openid
  }

  return {
    url,
    control,
    async phones(count, grants) {
      const openids: string[] = []
      while (openids.length < count) {
        const some = Math.min(AT_ONCE, count - openids.length)
        openids.push(...(await Promise.all(Array.from({ length: some }, () => phone(grants)))))
      }
      return openids
    },
    accepted() {
      if (!existsSync(file)) return []
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
      return lines.map((line) => {
        const { openid, page, templateId, at } = JSON.parse(line) as Record<
          'openid' | 'page' | 'templateId' | 'at',
          string
        >
        return { openid, page, templateId, at: Date.parse(at) }
      })
    },
    latency: async (ms) => void (await control('/settings', { latencyMs: ms }, 'PUT')),
    async stop() {
      await pool.destroy()
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
