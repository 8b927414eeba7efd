import http from 'node:http'
import type { StaffArticle, StaffMember } from '../../../shared/contract'
import { ADMINISTRATOR } from '../../support/administrator'
import { eventArticle, noticeValues } from '../../support/factories'
import type { RunningServer } from './server'

/** A call as the staff's browser makes it: with its cookie and its origin. Resolves with the answer and the cookie. */
export function call<T>(
  url: string,
  path: string,
  json: object,
  cookie = '',
  method: 'POST' | 'PUT' = 'POST',
): Promise<{ body: T; cookie: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', origin: url, cookie }
    const request = http.request(`${url}${path}`, { method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => {
        const kept = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie
        if (answer.statusCode === 200 || answer.statusCode === 201)
          resolve({ body: JSON.parse(text) as T, cookie: kept })
        else reject(new Error(`${path} answered ${answer.statusCode}: ${text}`))
      })
    })
    request.on('error', reject)
    request.end(JSON.stringify(json))
  })
}

/** Staff set the house up, publish an event and tell its subscribers. */
export async function publishEvent({ url, setupCode }: RunningServer, title: string): Promise<StaffArticle> {
  const { cookie } = await call<StaffMember>(url, '/api/admin/setup', { code: setupCode, ...ADMINISTRATOR })
  const { body: draft } = await call<StaffArticle>(url, '/api/admin/articles', eventArticle({ title }), cookie)
  const decision = { version: draft.version, notice: { values: noticeValues({ thing1: title }) } }
  return (await call<StaffArticle>(url, `/api/admin/articles/${draft.id}/publish`, decision, cookie)).body
}
