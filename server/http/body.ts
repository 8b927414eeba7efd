import type { IncomingMessage } from 'node:http'
import type { Context } from 'koa'
import bodyParser from 'koa-bodyparser'
import { AppError } from '../kernel/errors'

const LIMIT = '1mb'

const isTooLarge = (error: Error): boolean => 'status' in error && error.status === 413

const parse = bodyParser({
  enableTypes: ['json'],
  jsonLimit: LIMIT,
  onerror: (error) => {
    throw new AppError(isTooLarge(error) ? 'request_too_large' : 'request_malformed', { cause: error })
  },
})

/** Whether the request carries a body at all, told or streamed. */
const hasBody = (ctx: Context): boolean =>
  ctx.get('Transfer-Encoding') !== '' || Number(ctx.get('Content-Length') || 0) > 0

/** Bodies that were read before it was known that they have to take the long way. */
const early = new WeakMap<IncomingMessage, Buffer>()

export const keepBody = (request: IncomingMessage, bytes: Buffer): void => void early.set(request, bytes)

/** As strict as the parser: an object or a list, and nothing else. */
function parseEarly(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value
  } catch (error) {
    throw new AppError('request_malformed', { cause: error })
  }
  throw new AppError('request_malformed')
}

/** The JSON body, at most 1 MB; `undefined` when there is none. Anything but JSON is refused. */
export async function readJson(ctx: Context): Promise<unknown> {
  if (!hasBody(ctx)) return undefined
  if (!ctx.is('json')) throw new AppError('request_media_type')
  const bytes = early.get(ctx.req)
  if (bytes !== undefined) return parseEarly(bytes)
  await parse(ctx, () => Promise.resolve())
  return ctx.request.body
}
