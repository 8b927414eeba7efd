import type { Context, Middleware } from 'koa'
import send from 'koa-send'
import { sendRange } from './fileRange'

const YEAR_MS = 365 * 86_400_000

/** A name that carries a hash of its content, such as `app.3f2a91bc.js` or `index-B7x_2kQp.css`. */
const HASHED = /[.-][\w-]{8,}\.\w+$/

/** What is sent as it is: a part of what a compressor changes would be a part of something else. */
const isPicture = (ctx: Context): boolean => /^image\/(?!svg)/.test(ctx.type)

/** Sends a file below `root` if there is one; false otherwise. Hidden files and ways out of `root` are not found. */
async function sendFile(ctx: Context, root: string, path: string, immutable: boolean): Promise<boolean> {
  try {
    const options = { root, maxAge: immutable ? YEAR_MS : 0, immutable, hidden: false, index: false as const }
    const sent = await send(ctx, path, options)
    if (isPicture(ctx)) sendRange(ctx, sent, ctx.length ?? 0)
    return true
  } catch (error) {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
    if (status >= 400 && status < 500) return false
    throw error
  }
}

const isRead = (ctx: Context): boolean => ctx.method === 'GET' || ctx.method === 'HEAD'

export interface FilesOptions {
  /** Where the files lie below, such as `/admin/`. */
  prefix: string
  root: string
  /** `all`: names never come back with another content. `hashed`: only those that carry a hash. */
  immutable: 'all' | 'hashed'
}

/** Serves the files of a folder under a prefix; goes on when there is no such file. */
export function files({ prefix, root, immutable }: FilesOptions): Middleware {
  return async (ctx, next) => {
    if (!isRead(ctx) || !ctx.path.startsWith(prefix)) return next()
    const path = ctx.path.slice(prefix.length)
    if (path === '' || path.endsWith('/') || path.endsWith('.html')) return next()
    const sent = await sendFile(ctx, root, path, immutable === 'all' || HASHED.test(path))
    if (!sent) await next()
  }
}
