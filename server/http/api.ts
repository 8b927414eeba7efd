import Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { endpoints, type EndpointKey } from '../../shared/contract'
import type { Endpoint } from '../../shared/contract/endpoint'
import { AppError } from '../kernel/errors'
import { Kept, type AnswerCache } from './answerCache'
import { identify, type AccessOptions, type Caller } from './access'
import { readJson } from './body'
import { browserFamily } from './browserFamily'
import { checkRequest, checkResponse, queryOf } from './guard'
import { openApi } from './openapi'
import { refuseForeignOrigin } from './origin'
import type { RouteTable, Upload } from './route'
import { answerWith } from './sendAnswer'
import { staffCookie } from './staffCookie'
import { uploadTo } from './upload'

export interface ApiOptions extends AccessOptions {
  answers: AnswerCache
  publicUrl: string
  temporaryFolder: string
}

/** A handler once its key is forgotten: the guard has checked what the types promise. */
type AnyHandler = (request: unknown, context: unknown) => Promise<unknown>

const isStaffWrite = (method: string, path: string) => method !== 'GET' && path.startsWith('/api/admin/')

function contextFor(ctx: Context, caller: Caller, secureCookies: boolean, upload?: Upload) {
  const requestId = String(ctx.state.requestId)
  const browser = browserFamily(ctx.get('User-Agent'))
  const base = { requestId, address: ctx.ip, browser, staffCookie: staffCookie(ctx, secureCookies), ...caller }
  return upload === undefined ? base : { ...base, upload }
}

function serve(key: EndpointKey, handler: AnyHandler, options: ApiOptions): Middleware {
  const endpoint: Endpoint = endpoints[key]
  const [method = '', path = ''] = key.split(' ')
  const receive = uploadTo(options.temporaryFolder)

  return async (ctx) => {
    if (isStaffWrite(method, path)) refuseForeignOrigin(ctx, options.publicUrl)
    const caller = await identify(ctx, endpoint, options)
    const answer = async (body: unknown, upload?: Upload) => {
      const request = checkRequest(endpoint, {
        params: ctx.params as Record<string, string>,
        query: queryOf(ctx),
        body,
      })
      return handler(request, contextFor(ctx, caller, options.secureCookies, upload))
    }
    const value = endpoint.upload
      ? await receive(ctx, (upload) => answer(undefined, upload))
      : await answer(method === 'GET' ? undefined : await readJson(ctx))
    if (value instanceof Kept) {
      value.check((read) => checkResponse(key, endpoint, read))
      if (endpoint.access === 'none') options.answers.remember(ctx.url, value)
      await answerWith(ctx, value.answer)
      return
    }
    ctx.set('Cache-Control', 'no-store')
    ctx.body = checkResponse(key, endpoint, value)
    ctx.status = endpoint.status ?? 200
  }
}

/**
 * Every endpoint of the contract, each as: origin, access, validate, use case, validate the answer. An address under
 * `/api` that the contract lacks is a 404, a method that it lacks is a 405.
 */
export function apiRoutes(table: RouteTable, options: ApiOptions): Middleware {
  const router = new Router()
  for (const key of Object.keys(endpoints) as EndpointKey[]) {
    const [method = '', template = ''] = key.split(' ')
    router.register(
      template.replace(/\{(\w+)\}/g, ':$1'),
      [method.toLowerCase()],
      serve(key, table[key] as AnyHandler, options),
    )
  }
  let document: ReturnType<typeof openApi> | undefined
  router.get('/api/openapi.json', (ctx) => {
    document ??= openApi(options.publicUrl)
    ctx.body = document
  })
  const dispatch = router.routes() as unknown as Middleware

  return async (ctx, next) => {
    if (!/^\/api(\/|$)/.test(ctx.path)) return next()
    const { route, path } = router.match(ctx.path, ctx.method)
    if (!route) {
      if (path.length === 0) return next()
      const allowed = [...new Set(path.flatMap((layer) => layer.methods))]
      ctx.set('Allow', allowed.join(', '))
      throw new AppError('method_not_allowed')
    }
    return dispatch(ctx as never, next)
  }
}

/** The end of the line for `/api`. */
export const apiNotFound: Middleware = async (ctx, next) => {
  if (/^\/api(\/|$)/.test(ctx.path)) throw new AppError('route_not_found')
  return next()
}
