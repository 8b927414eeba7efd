import type { EndpointKey, RequestTo, ResponseFrom } from '../../shared/contract'
import { addressOf, type AddressParts } from './address'
import { ApiFailure, OFFLINE, problemOf } from './problem'
import { send, type RawRequest } from './request'

type Given<T> = T extends undefined ? unknown : T
/** The parts of a request that its endpoint asks for. */
export type Input<K extends EndpointKey> = {
  [P in keyof RequestTo<K> as RequestTo<K>[P] extends undefined ? never : P]: Given<RequestTo<K>[P]>
}

const underway = new Map<string, Promise<unknown>>()

async function exchange(request: RawRequest): Promise<unknown> {
  const answer = await send(request).catch(() => {
    throw new ApiFailure(OFFLINE)
  })
  if (answer.status < 200 || answer.status > 299 || answer.body === null) {
    throw new ApiFailure(problemOf(answer.status, answer.body))
  }
  return answer.body
}

/**
 * Calls one endpoint of the contract. The same reading asked twice at once goes out once.
 * Throws `ApiFailure` when no answer came or when it was not a success.
 */
export async function call<K extends EndpointKey>(key: K, input: Input<K>, token?: string): Promise<ResponseFrom<K>> {
  const parts: AddressParts & { body?: unknown } = input
  const [method, template] = key.split(' ') as [RawRequest['method'], string]
  const path = addressOf(template, parts)
  const request: RawRequest = { method, path, body: parts.body, token }
  if (method !== 'GET') return exchange(request) as Promise<ResponseFrom<K>>

  const name = `${path} ${token ?? ''}`
  const waiting = underway.get(name)
  if (waiting) return waiting as Promise<ResponseFrom<K>>
  const started = exchange(request).finally(() => underway.delete(name))
  underway.set(name, started)
  return started as Promise<ResponseFrom<K>>
}
