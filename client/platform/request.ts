import Taro from '@tarojs/taro'

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
}

const TIMEOUT_MS = 15_000

/** Sends one request. Rejects only when no answer came: no network, refused, timed out. */
export async function send({ method, path, body, token }: RawRequest): Promise<RawAnswer> {
  const answer = await Taro.request<unknown>({
    url: API_BASE + path,
    method,
    data: body,
    timeout: TIMEOUT_MS,
    header: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  return { status: answer.statusCode, body: answer.data }
}
