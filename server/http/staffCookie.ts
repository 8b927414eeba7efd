import type { Context } from 'koa'
import type { StaffCookie } from './route'

const NAME = 'staff_session'

/**
 * The staff session's cookie. `Strict` costs nothing: the admin is a page that calls the API from its own origin, so
 * a link from elsewhere opens the page, and the page's own calls carry the cookie.
 *
 * Written by hand: Koa refuses `Secure` on a connection that it sees as plain, and behind a proxy that ends TLS it
 * always is.
 */
export function staffCookie(ctx: Context, secure: boolean): StaffCookie {
  const write = (value: string, maxAgeMs: number) => {
    const parts = [`${NAME}=${value}`, 'Path=/api/admin', `Max-Age=${Math.floor(maxAgeMs / 1000)}`]
    ctx.append('Set-Cookie', [...parts, 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : [])].join('; '))
  }
  return {
    read: () => ctx.cookies.get(NAME) ?? null,
    set: (token, maxAgeMs) => write(token, maxAgeMs),
    clear: () => write('', 0),
  }
}
