import type { EndpointKey, RequestTo, ResponseFrom } from '../../../shared/contract'
import { language } from '../ui/language'
import { isCode, NetworkError, toApiError } from './errors'
import { waitForSession } from './sessionGate'

type AdminKey = Extract<EndpointKey, `${string} /api/admin/${string}`>
type Part = 'params' | 'query' | 'body'
type Given<K extends AdminKey> = {
  [P in Part as RequestTo<K>[P] extends undefined ? never : P]: RequestTo<K>[P]
}

interface Loose {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
}

/** `/api/admin/articles/{id}?limit=20` from the endpoint's template; absent query values are left out. */
export function addressOf(template: string, { params = {}, query = {} }: Loose): string {
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

async function send(method: string, address: string, body: BodyInit | undefined, json: boolean): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        // whatever the browser prefers: errors come in the language of the screen
        'accept-language': language(),
        ...(json ? { 'content-type': 'application/json' } : {}),
      },
      body,
    })
  } catch {
    throw new NetworkError()
  }
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw toApiError(response.status, answer)
  return answer
}

async function sendInSession(method: string, address: string, body: BodyInit | undefined, json: boolean) {
  try {
    return await send(method, address, body, json)
  } catch (error) {
    if (!isCode(error, 'session_required') || !(await waitForSession())) throw error
    return send(method, address, body, json)
  }
}

/** Calls that ask about the session itself: their 401 is an answer, not the end of a session. */
const SESSION_CALLS: readonly string[] = [
  'GET /api/admin/setup',
  'POST /api/admin/setup',
  'GET /api/admin/session',
  'POST /api/admin/session',
  'POST /api/admin/session/second-step',
  'DELETE /api/admin/session',
]

/**
 * Calls one endpoint of the contract. Throws `ApiError` with the server's words, or `NetworkError` when no answer
 * came. When the session has ended it waits for a new login and then asks once more.
 */
export async function call<K extends AdminKey>(key: K, given: Given<K>): Promise<ResponseFrom<K>> {
  const [method = 'GET', template = ''] = key.split(' ')
  const request = given as Loose
  const json = request.body !== undefined
  const body = json ? JSON.stringify(request.body) : undefined
  const address = addressOf(template, request)
  const answer = await (SESSION_CALLS.includes(key) ? send : sendInSession)(method, address, body, json)
  // the server has checked its answer against the same contract
  return answer as ResponseFrom<K>
}

/** Uploads one picture. */
export async function uploadFile(file: File): Promise<ResponseFrom<'POST /api/admin/media'>> {
  const form = new FormData()
  form.append('file', file, file.name)
  const answer = await sendInSession('POST', '/api/admin/media', form, false)
  return answer as ResponseFrom<'POST /api/admin/media'>
}

/** Gives a file of an old site, with where its pages stood and how the heads of its table are called. */
export async function giveMoveIn(
  file: File,
  query: RequestTo<'POST /api/admin/move-in'>['query'],
): Promise<ResponseFrom<'POST /api/admin/move-in'>> {
  const form = new FormData()
  form.append('file', file, file.name)
  const answer = await sendInSession('POST', addressOf('/api/admin/move-in', { query }), form, false)
  return answer as ResponseFrom<'POST /api/admin/move-in'>
}

/** Has the server fetch a picture of another site into our storage. */
export const bringPicture = (url: string): Promise<ResponseFrom<'POST /api/admin/media/import'>> =>
  call('POST /api/admin/media/import', { body: { url } })

/** Keeps a file that goes with an article. */
export async function attachFile(file: File): Promise<ResponseFrom<'POST /api/admin/attachments'>> {
  const form = new FormData()
  form.append('file', file, file.name)
  const answer = await sendInSession('POST', '/api/admin/attachments', form, false)
  return answer as ResponseFrom<'POST /api/admin/attachments'>
}
