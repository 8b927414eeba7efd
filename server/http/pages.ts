import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Middleware } from 'koa'
import { z } from 'zod'
import type { ErrorCode } from '../../shared/phrases'
import type { Document } from '../kernel/document'
import { AppError } from '../kernel/errors'
import type { AnswerCache, Kept } from './answerCache'
import { answerWith, sendAnswer } from './sendAnswer'

/** An address for browsers, search engines and feed readers: outside the contract, with checks of its own. */
export interface Page {
  template: string
  pattern: RegExp
  /** Names in the query. Others are passed over, for sharing adds some; an address with them is not remembered. */
  takes: readonly string[]
  /** How to read it; null: nothing can stand at this address. */
  check(values: string[], query: Record<string, string>): (() => Promise<Kept<Document>>) | null
}

interface PageOptions<P, Q> {
  params: z.ZodType<P>
  query?: z.ZodType<Q> & { shape: Record<string, unknown> }
  read(request: { params: P; query: Q }): Promise<Kept<Document>>
}

/** Such as `page('/articles/{id}', …)`. */
export function page<P, Q = Record<never, never>>(template: string, options: PageOptions<P, Q>): Page {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const pattern = new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([\\w-]+)')}$`)
  const querySchema = (options.query ?? z.object({})) as z.ZodType<Q>
  return {
    template,
    pattern,
    takes: Object.keys(options.query?.shape ?? {}),
    check(values, given) {
      const params = options.params.safeParse(Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])))
      if (!params.success) return null
      const query = querySchema.safeParse(given)
      if (!query.success) return () => Promise.reject(new AppError('cursor_invalid'))
      return () => options.read({ params: params.data, query: query.data })
    },
  }
}

interface Found {
  read: (() => Promise<Kept<Document>>) | null
  isPlain: boolean
}

function find(pages: readonly Page[], url: string): Found | null {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  for (const one of pages) {
    const match = one.pattern.exec(path)
    if (match === null) continue
    const query = [...new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))]
    const taken = Object.fromEntries(query.filter(([name]) => one.takes.includes(name)))
    return { read: one.check(match.slice(1), taken), isPlain: query.length === Object.keys(taken).length }
  }
  return null
}

const isRead = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

/** Gives pages ahead of everything else; whatever goes wrong is left to `pagesInWords`. */
export const quickPages =
  (pages: readonly Page[], answers: AnswerCache, otherwise: RequestListener): RequestListener =>
  (request: IncomingMessage, response: ServerResponse) => {
    const { method, url = '' } = request
    const found = isRead(method) && !url.startsWith('/api/') ? find(pages, url) : null
    if (found === null || found.read === null) return otherwise(request, response)
    found.read().then(
      (kept) => {
        kept.check(() => undefined)
        if (found.isPlain) answers.remember(url, kept)
        sendAnswer(request, response, kept.answer)
      },
      () => otherwise(request, response),
    )
  }

export interface PagesOptions {
  pages: readonly Page[]
  /** A page that says in words what went wrong. */
  sayError(code: ErrorCode): Document
}

/** Below these nothing else stands. */
const ROOTS = /^\/(?:articles|channels|sitemaps)(?:\/|$)/

/** The same, with words for what cannot be given. */
export function pagesInWords({ pages, sayError }: PagesOptions): Middleware {
  return async (ctx, next) => {
    const found = find(pages, ctx.url)
    if (found === null && !ROOTS.test(ctx.path)) return next()
    ctx.state.sayError = sayError
    const trimmed = ctx.path.replace(/\/+$/, '')
    if (found === null && trimmed !== ctx.path && find(pages, trimmed) !== null) {
      ctx.status = 301
      return ctx.redirect(trimmed + ctx.search)
    }
    if (found !== null && !isRead(ctx.method)) {
      ctx.set('Allow', 'GET, HEAD')
      throw new AppError('method_not_allowed')
    }
    const kept = await found?.read?.()
    if (kept === undefined) throw new AppError('page_not_found')
    await answerWith(ctx, kept.answer)
  }
}
