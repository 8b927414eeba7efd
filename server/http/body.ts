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

/** The JSON body, at most 1 MB; `undefined` when there is none. Anything but JSON is refused. */
export async function readJson(ctx: Context): Promise<unknown> {
  if (!hasBody(ctx)) return undefined
  if (!ctx.is('json')) throw new AppError('request_media_type')
  await parse(ctx, () => Promise.resolve())
  return ctx.request.body
}
