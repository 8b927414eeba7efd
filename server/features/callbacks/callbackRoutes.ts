import type { Context, Middleware } from 'koa'
import type { CallbackQuery } from './ports'
import { receiveEvent, type CallbackDeps } from './receiveEvent'

const PATH = '/api/wechat/callback'
/** Far more than any event takes. */
const LONGEST_BODY = 64 * 1024

/** A name that is given twice is an attack, not a query of WeChat's. */
function queryOf(ctx: Context): CallbackQuery {
  const names = ['signature', 'msg_signature', 'timestamp', 'nonce', 'echostr'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = ctx.query[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

async function readBody(ctx: Context): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LONGEST_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function answer(ctx: Context, status: number, text: string): void {
  ctx.status = status
  ctx.type = 'text/plain'
  ctx.set('Cache-Control', 'no-store')
  ctx.body = text
}

/**
 * Where WeChat's message push arrives, outside the contract: its shape is WeChat's. An error here (the database is
 * away) answers 500, and WeChat tells the event again.
 */
export const callbackRoutes = (deps: CallbackDeps): Middleware => {
  return async (ctx, next) => {
    if (ctx.path !== PATH) return next()
    if (ctx.method === 'GET') {
      const echo = deps.codec.echo(queryOf(ctx))
      return echo === null ? answer(ctx, 403, 'refused') : answer(ctx, 200, echo)
    }
    if (ctx.method !== 'POST') {
      ctx.set('Allow', 'GET, POST')
      return answer(ctx, 405, 'method not allowed')
    }
    const body = await readBody(ctx)
    if (body === null) return answer(ctx, 413, 'too large')
    const result = await receiveEvent(queryOf(ctx), body, deps)
    return result === 'done' ? answer(ctx, 200, 'success') : answer(ctx, 403, 'refused')
  }
}
