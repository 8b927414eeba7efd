import type { Context } from 'koa'
import { AppError } from '../kernel/errors'

const originOf = (url: string): string | null => {
  try {
    return new URL(url).origin
  } catch {
    return null
  }
}

function isOwnOrigin(origin: string, host: string, publicOrigin: string | null): boolean {
  if (origin === publicOrigin) return true
  return originOf(origin) === origin && new URL(origin).host === host
}

/**
 * Refuses a write that another site's page makes with our cookie. Every current browser sends `Origin` with a write,
 * so one without `Origin` and without `Sec-Fetch-Site` is refused as well.
 * Source: OWASP cheat sheet on cross-site request forgery, "Fetch Metadata" and "Verifying Origin".
 */
export function refuseForeignOrigin(ctx: Context, publicUrl: string): void {
  const site = ctx.get('Sec-Fetch-Site')
  if (site !== '' && site !== 'same-origin') throw new AppError('origin_refused')
  const origin = ctx.get('Origin')
  if (origin === '') {
    if (site !== 'same-origin') throw new AppError('origin_refused')
  } else if (!isOwnOrigin(origin, ctx.host, originOf(publicUrl))) throw new AppError('origin_refused')
}
