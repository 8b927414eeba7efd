import http from 'node:http'
import path from 'node:path'
import type { Phone } from './wx'

/** Where the build that is tested believes its server to be. */
export const BUILT_URL = (process.env['PUBLIC_URL'] ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
export const DIST = path.resolve(__dirname, '../../../dist/weapp')

export function ask<T>(method: 'GET' | 'POST' | 'PUT', address: string, body?: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/json' } : {}
    const request = http.request(address, { method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => {
        if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(text) as T)
        else reject(Object.assign(new Error(text), { body: JSON.parse(text) as unknown }))
      })
    })
    request.on('error', reject)
    request.end(body ? JSON.stringify(body) : undefined)
  })
}

export interface SandboxPhone extends Phone {
  phoneId: string
  /** What the member does with each template of the next dialog; accepts when not said otherwise. */
  answer: 'accept' | 'reject' | 'ban'
  /** Ticks "always keep this choice" for a template. */
  keep(templateId: string, answer: 'accept' | 'reject'): Promise<void>
  /** Makes WeChat refuse to log this member in, as it does with accounts that it distrusts. */
  block(): Promise<void>
  setMainSwitch(on: boolean): Promise<void>
}

/** A phone at the stand-in of WeChat: its own member, login codes and subscribe dialog. */
export async function newPhone(serverUrl: string): Promise<SandboxPhone> {
  const api = `${serverUrl}/sandbox/api`
  const { phoneId } = await ask<{ phoneId: string }>('POST', `${api}/phones`, {})
  const phone: SandboxPhone = {
    phoneId,
    serverUrl,
    builtUrl: BUILT_URL,
    answer: 'accept',
    loginCode: async () => (await ask<{ code: string }>('POST', `${api}/phones/${phoneId}/login-code`, {})).code,
    async answerDialog(templateIds) {
      const answers = Object.fromEntries(templateIds.map((id) => [id, phone.answer]))
      try {
        return await ask('POST', `${api}/phones/${phoneId}/subscribe`, { answers })
      } catch (error) {
        // The stand-in fails as WeChat does, with `errCode` and `errMsg`.
        throw (error as { body?: unknown }).body ?? error
      }
    },
    async subscriptions() {
      const { mainSwitch, kept } = await ask<{ mainSwitch: boolean; kept: Record<string, string> }>(
        'GET',
        `${api}/phones/${phoneId}`,
      )
      return { mainSwitch, itemSettings: kept }
    },
    async keep(templateId, answer) {
      await ask('POST', `${api}/phones/${phoneId}/subscribe`, { answers: { [templateId]: answer }, keep: true })
    },
    async block() {
      await ask('PUT', `${api}/phones/${phoneId}`, { blocked: true })
    },
    async setMainSwitch(on) {
      await ask('PUT', `${api}/phones/${phoneId}`, { mainSwitch: on })
    },
  }
  return phone
}
