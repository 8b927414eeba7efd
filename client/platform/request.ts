import Taro from '@tarojs/taro'
import { hearServerDate } from './clock'

export interface RawAnswer {
  /** HTTP status. WeChat calls a request a success whatever it is. */
  status: number
  body: unknown
}

export interface RawRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with query, beginning with `/api/`. */
  path: string
  body?: unknown
  token?: string
  /** Is told how to give the request up. */
  onStop?: (stop: () => void) => void
}

const TIMEOUT_MS = 15_000

/** Sends one request. Rejects only when no answer came: no network, refused, timed out, given up. */
export async function send({ method, path, body, token, onStop }: RawRequest): Promise<RawAnswer> {
  const task = Taro.request<unknown>({
    url: API_BASE + path,
    method,
    data: body,
    timeout: TIMEOUT_MS,
    header: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  onStop?.(() => task.abort())
  const answer = await task
  const header: Record<string, unknown> = answer.header ?? {}
  hearServerDate(header['Date'] ?? header['date'])
  return { status: answer.statusCode, body: answer.data }
}
