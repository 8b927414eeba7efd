import type { Middleware } from 'koa'

export interface PicturesOptions {
  /** Brings a picture to where files are served from; absent where they lie there anyway. */
  bring?: (file: string) => Promise<void>
  /** An address that gives them in our stead, without a slash at its end. */
  elsewhere?: string
}

const PATH = /^\/uploads\/([\w-]+(?:\.[\w-]+)*)$/
const DAY_SECONDS = 86_400

/** Goes before the files of `/uploads/`. */
export function pictures({ bring, elsewhere }: PicturesOptions): Middleware {
  return async (ctx, next) => {
    const file = ctx.method === 'GET' || ctx.method === 'HEAD' ? PATH.exec(ctx.path)?.[1] : undefined
    if (file === undefined) return next()
    if (elsewhere !== undefined) {
      ctx.set('Cache-Control', `public, max-age=${DAY_SECONDS}`)
      return ctx.redirect(`${elsewhere}/${file}`)
    }
    await bring?.(file)
    return next()
  }
}
