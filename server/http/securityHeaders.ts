import type { Middleware } from 'koa'

/** For every answer. Pages add a content security policy of their own. */
export const EVERY_ANSWER = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'",
}

export const securityHeaders: Middleware = async (ctx, next) => {
  ctx.set(EVERY_ANSWER)
  await next()
}

/**
 * A page's policy. `scripts`, `styles` and `pictures` are sources besides its own origin: a nonce, or hashes of what stands inline
 * in its HTML. The sandbox's phone shows the members' web app in a frame of the same origin.
 */
export const pagePolicy = (scripts: string[], styles: string[], pictures: string[] = []): string =>
  [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    ['img-src', "'self'", 'data:', 'blob:', ...pictures].join(' '),
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
