import Koa, { type Middleware } from 'koa'
import compress from 'koa-compress'
import type { Logger } from '../kernel/logger'
import { apiNotFound, apiRoutes, type ApiOptions } from './api'
import { answerErrors } from './errors'
import type { RouteTable } from './route'
import { securityHeaders } from './securityHeaders'
import { sites, type SitesOptions } from './sites'

export interface AppOptions extends ApiOptions, SitesOptions {
  logger: Logger
  routes: RouteTable
  /** Handlers outside the contract: WeChat's callback and the sandbox. */
  besides: Middleware[]
  /** How many proxies in front are trusted to name the caller's address. */
  trustedProxies: number
}

/** A stream of events has to leave at once; a compressor would hold it back. */
const isCompressible = (type: string): boolean =>
  /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/.test(type)

/** The whole HTTP side as a Koa app; it listens nowhere yet. */
export function createApp(options: AppOptions): Koa {
  const { logger, trustedProxies } = options
  const app = new Koa({ proxy: trustedProxies > 0, maxIpsCount: trustedProxies })
  // A caller that hung up in mid-answer is no fault of ours; everything else has been answered and logged.
  app.on('error', (error: Error) => logger.debug({ err: error }, 'a connection broke'))
  app.use(answerErrors(logger))
  app.use(securityHeaders)
  app.use(compress({ threshold: 1024, filter: isCompressible }))
  app.use(apiRoutes(options.routes, options))
  for (const middleware of options.besides) app.use(middleware)
  app.use(apiNotFound)
  for (const middleware of sites(options)) app.use(middleware)
  return app
}
