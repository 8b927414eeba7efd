import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import type { Document } from '../kernel/document'
import { newRequestId } from '../kernel/ids'
import type { Answer, Encoding } from './answer'
import { EVERY_ANSWER } from './securityHeaders'

/** Kept by whoever likes, and asked for anew each time: what was withdrawn is gone at once, what is the same is a 304. */
const CACHE_CONTROL = 'no-cache'

const SHARED: string[] = [
  ...Object.entries(EVERY_ANSWER).flat(),
  ...['Cache-Control', CACHE_CONTROL],
  ...['Vary', 'Accept-Encoding'],
]
const JSON_TYPE = 'application/json; charset=utf-8'

/** A name that is new with each content: a year. */
const IMMUTABLE = 'public, max-age=31536000, immutable'

const documentHeaders = ({ policy, changedAt, isImmutable }: Document): Record<string, string> => ({
  ...EVERY_ANSWER,
  'Cache-Control': isImmutable ? IMMUTABLE : CACHE_CONTROL,
  Vary: 'Accept-Encoding',
  ...(policy === null ? {} : { 'Content-Security-Policy': policy }),
  ...(changedAt === null ? {} : { 'Last-Modified': new Date(changedAt).toUTCString() }),
})

const made = new WeakMap<Document, string[]>()

/** What goes out with an answer, changed or not. */
function sharedBy({ document }: Answer): string[] {
  if (document === null) return SHARED
  const headers = made.get(document) ?? Object.entries(documentHeaders(document)).flat()
  made.set(document, headers)
  return headers
}

function write(response: ServerResponse, answer: Answer, encoding: Encoding, bytes: Buffer): void {
  const headers = [...sharedBy(answer), 'X-Request-Id', newRequestId(), 'ETag', answer.etag]
  headers.push('Content-Type', answer.document?.type ?? JSON_TYPE, 'Content-Length', String(bytes.length))
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
  response.writeHead(200, headers)
  response.end(bytes)
}

/** Sends an answer, or says that the caller has it already. Bytes that are there already leave in the same turn. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { headers } = request
  if (answer.isKnownBy(headers['if-none-match'], headers['if-modified-since'])) {
    response.writeHead(304, [...sharedBy(answer), 'X-Request-Id', newRequestId(), 'ETag', answer.etag])
    response.end()
    return
  }
  const encoding = answer.encodingOf(headers['accept-encoding'] as string | undefined)
  const ready = answer.ready(encoding)
  if (ready !== undefined) write(response, answer, encoding, ready)
  else {
    answer.bytes(encoding).then(
      (bytes) => write(response, answer, encoding, bytes),
      () => write(response, answer, 'identity', answer.body),
    )
  }
}

/** The same through Koa, where no bytes are prepared yet or it is not known that the address is a kept one. */
export async function answerWith(ctx: Context, answer: Answer): Promise<void> {
  const { document } = answer
  if (document !== null) ctx.set(documentHeaders(document))
  else ctx.set('Cache-Control', CACHE_CONTROL)
  ctx.set('ETag', answer.etag)
  ctx.vary('Accept-Encoding')
  ctx.compress = false
  if (answer.isKnownBy(ctx.req.headers['if-none-match'], ctx.req.headers['if-modified-since'])) {
    ctx.status = 304
    return
  }
  const encoding = answer.encodingOf(ctx.req.headers['accept-encoding'] as string | undefined)
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding)
  ctx.body = await answer.bytes(encoding)
  ctx.type = document?.type ?? JSON_TYPE
}
