import type { Middleware } from 'koa'

/** What the programs of old sites ended in, or asked with. Our own addresses do neither. */
const FORMER = /\.(?:aspx?|php|jsp|cgi|html?)$|\?.+=/i

/** Sends who comes by a link to the old site on to where the article stands now, for good. */
export const formerAddresses =
  (find: (pathAndQuestion: string) => Promise<string | null>): Middleware =>
  async (ctx, next) => {
    const isAsked = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (!isAsked || ctx.url.startsWith('/api/') || !FORMER.test(ctx.url)) return next()
    const id = await find(ctx.url)
    if (id === null) return next()
    ctx.status = 301
    ctx.set('Cache-Control', 'public, max-age=3600')
    ctx.redirect(`/articles/${id}`)
  }
