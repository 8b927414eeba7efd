import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { endpoints } from '../../shared/contract'
import type { Endpoint } from '../../shared/contract/endpoint'
import type { AnswerCache, Kept } from './answerCache'
import { checkRequest, checkResponse } from './guard'
import type { RouteTable } from './route'
import { sendAnswer } from './sendAnswer'

/** Endpoints whose answers are kept and that many ask for. */
const KEYS = [
  'GET /api/home',
  'GET /api/channels/{slug}/articles',
  'GET /api/articles/{id}',
  'GET /api/articles/{id}/surroundings',
  'GET /api/events/months/{month}',
] as const
type Key = (typeof KEYS)[number]

/** Nothing that would have to be decoded; an address with more in it takes the long way. */
const PLAIN_QUERY = /^[a-z]+=[\w-]*(?:&[a-z]+=[\w-]*)*$/

function queryOf(text: string): Record<string, string> | null {
  if (!PLAIN_QUERY.test(text)) return null
  const pairs = text.split('&').map((pair) => pair.split('=') as [string, string])
  const query = Object.fromEntries(pairs)
  return Object.keys(query).length === pairs.length ? query : null
}

interface Way {
  key: Key
  endpoint: Endpoint
  pattern: RegExp
  names: string[]
  read: (request: unknown) => Promise<Kept>
}

const wayOf = (key: Key, table: Pick<RouteTable, Key>): Way => {
  const template = key.slice('GET '.length)
  return {
    key,
    endpoint: endpoints[key],
    pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '([\\w-]+)')}$`),
    names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    // What is kept is for everybody: who asks is not told to it.
    read: (request) => (table[key] as unknown as (request: unknown) => Promise<Kept>)(request),
  }
}

/**
 * Makes answers that are not kept yet by the same steps as the API (guard, use case, guard), without the layers that serve
 * all that is not kept. Whatever goes wrong is left to them: they make it anew, and say it in words.
 */
export function quickMisses(
  table: Pick<RouteTable, Key>,
  answers: AnswerCache,
  otherwise: RequestListener,
): RequestListener {
  const ways = KEYS.map((key) => wayOf(key, table))

  async function answer(way: Way, values: string[], query: Record<string, string>, url: string): Promise<Kept> {
    const params = Object.fromEntries(way.names.map((name, at) => [name, values[at] ?? '']))
    const kept = await way.read(checkRequest(way.endpoint, { params, query, body: undefined }))
    kept.check((value) => checkResponse(way.key, way.endpoint, value))
    answers.remember(url, kept)
    return kept
  }

  return (request: IncomingMessage, response: ServerResponse) => {
    const { method, url = '' } = request
    if (method !== 'GET' || !url.startsWith('/api/')) return otherwise(request, response)
    const mark = url.indexOf('?')
    const path = mark < 0 ? url : url.slice(0, mark)
    const query = mark < 0 ? {} : queryOf(url.slice(mark + 1))
    if (query === null) return otherwise(request, response)
    for (const way of ways) {
      const found = way.pattern.exec(path)
      if (found === null) continue
      answer(way, found.slice(1), query, url).then(
        (kept) => sendAnswer(request, response, kept.answer),
        () => otherwise(request, response),
      )
      return
    }
    otherwise(request, response)
  }
}
