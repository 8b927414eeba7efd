import type { Middleware } from 'koa'
import { createArticleCodes, type CodeDeps } from './articleCode'

const PATH = /^\/api\/(?:articles\/([0-9a-hjkmnp-tv-z]{26})\/)?code$/
const DAY_SECONDS = 86_400

/**
 * `GET /api/articles/{id}/code`: the mini-program code that opens the article (its id is the `scene`), as PNG.
 * `GET /api/code`: the one that opens the mini-program. Outside the contract table, which knows JSON.
 */
export function articleCode(deps: CodeDeps): Middleware {
  const codeOf = createArticleCodes(deps)
  return async (ctx, next) => {
    const match = PATH.exec(ctx.path)
    if (match === null || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next()
    const png = await codeOf({ articleId: match[1] ?? null, address: ctx.ip })
    ctx.type = 'image/png'
    ctx.set('Cache-Control', `public, max-age=${DAY_SECONDS}`)
    ctx.body = png
  }
}
