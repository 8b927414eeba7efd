import type { Middleware } from 'koa'
import type { Sandbox } from '../wechat/sandbox'

/** The stand-in answers its own requests by itself, headers and all. */
export const sandboxMiddleware =
  (sandbox: Sandbox): Middleware =>
  async (ctx, next) => {
    await sandbox.middleware(ctx, next)
  }
