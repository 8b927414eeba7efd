import type { ErrorBody } from '../../shared/contract'

export interface Answer<T> {
  status: number
  body: T
  headers: Headers
}

export interface Call {
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  form?: FormData
}

/** One request over the network; the answer's JSON as it came. */
export async function request<T = unknown>(
  url: string,
  method = 'GET',
  { headers = {}, json, form }: Call = {},
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method,
    headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: form ?? (json === undefined ? undefined : JSON.stringify(json)),
    redirect: 'manual',
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as T }
}

export type Refusal = Answer<ErrorBody>
export const codeOf = (answer: Answer<unknown>): string => (answer.body as ErrorBody).error?.code
