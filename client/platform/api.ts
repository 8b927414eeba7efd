import type { EndpointKey, RequestTo, ResponseFrom } from '../../shared/contract'
import { addressOf, type AddressParts } from './address'
import { ApiFailure, isReadable, OFFLINE, problemOf } from './problem'
import { createQueue } from './queue'
import { shareReading } from './readers'
import { send, type RawRequest } from './request'
import { watchWait } from './slowness'

type Given<T> = T extends undefined ? unknown : T
/** The parts of a request that its endpoint asks for. */
export type Input<K extends EndpointKey> = {
  [P in keyof RequestTo<K> as RequestTo<K>[P] extends undefined ? never : P]: Given<RequestTo<K>[P]>
}

/** WeChat lets a mini-program have ten requests at once and refuses the eleventh. */
const queue = createQueue(10)

async function exchange(request: RawRequest): Promise<unknown> {
  const answer = await watchWait(queue.run(() => send(request), request.onStop)).catch(() => {
    throw new ApiFailure(OFFLINE)
  })
  if (answer.status < 200 || answer.status > 299 || !isReadable(answer.body)) {
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

  const answer = shareReading(`${path} ${token ?? ''}`, (onStop) => exchange({ ...request, onStop }))
  return answer as Promise<ResponseFrom<K>>
}
