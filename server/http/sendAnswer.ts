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

const ID_AT = 1

/** The lines of a 200, with room for the request's id. */
function linesOf(answer: Answer, encoding: Encoding, bytes: Buffer): string[] {
  const { document, etag } = answer
  const shared = document === null ? SHARED : Object.entries(documentHeaders(document)).flat()
  const type = document?.type ?? JSON_TYPE
  const packed = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  const own = ['ETag', etag, 'Content-Type', type, 'Content-Length', String(bytes.length)]
  return ['X-Request-Id', '', ...shared, ...own, ...packed]
}

/** Of a 304: only what whoever keeps the answer has to know anew (RFC 9110, 15.4.5). */
function unchangedLinesOf({ document, etag }: Answer): string[] {
  const cacheControl = document?.isImmutable === true ? IMMUTABLE : CACHE_CONTROL
  return ['Cache-Control', cacheControl, 'Vary', 'Accept-Encoding', 'ETag', etag]
}

function write(response: ServerResponse, answer: Answer, encoding: Encoding, bytes: Buffer): void {
  const lines = (answer.lines[encoding] ??= linesOf(answer, encoding, bytes))
  lines[ID_AT] = newRequestId()
  response.writeHead(200, lines)
  response.end(bytes)
}

/** Sends an answer, or says that the caller has it already. Bytes that are there already leave in the same turn. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { headers } = request
  if (answer.isKnownBy(headers['if-none-match'], headers['if-modified-since'])) {
    response.writeHead(304, (answer.lines.unchanged ??= unchangedLinesOf(answer)))
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
