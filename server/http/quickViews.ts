import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { newRequestId } from '../kernel/ids'
import { keepBody } from './body'
import { EVERY_ANSWER } from './securityHeaders'

/** Counts an opening and says the views with it; null when the article has to be asked for first. */
export type CountAtOnce = (articleId: string, opening: string) => number | null

const PATH = /^\/api\/articles\/([0-9a-hjkmnp-tv-z]{26})\/views$/
/** What our clients send. Whatever else the contract lets pass, and all that it refuses, takes the long way. */
const BODY = /^\{"opening":"([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"\}$/i
const BODY_BYTES = 50
const TYPES = ['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']

const HEADERS: string[] = [
  ...Object.entries(EVERY_ANSWER).flat(),
  ...['Cache-Control', 'no-store', 'Content-Type', 'application/json; charset=utf-8'],
]

const isPlain = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] === String(BODY_BYTES) &&
  TYPES.includes(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined

function answer(response: ServerResponse, views: number): void {
  const body = `{"views":${views}}`
  response.writeHead(200, [...HEADERS, 'X-Request-Id', newRequestId(), 'Content-Length', String(body.length)])
  response.end(body)
}

/** Counts openings of articles that are at hand, ahead of everything else: there is one for every article that is read. */
export const quickViews =
  (count: CountAtOnce, otherwise: RequestListener): RequestListener =>
  (request, response) => {
    const id = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined
    if (id === undefined || !isPlain(request)) return otherwise(request, response)
    let bytes: Buffer = Buffer.alloc(0)
    request.on('data', (chunk: Buffer) => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
      // No more than told can come: the parser sees to it.
      if (bytes.length < BODY_BYTES) return
      const opening = BODY.exec(bytes.toString('latin1'))?.[1]
      const views = opening === undefined ? null : count(id, opening)
      if (views !== null) return answer(response, views)
      keepBody(request, bytes)
      otherwise(request, response)
    })
  }
