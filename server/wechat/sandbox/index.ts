import type { IncomingMessage, ServerResponse } from 'node:http'
import { systemClock } from '../../kernel/clock'
import { silentLogger } from '../../kernel/logger'
import { AcceptedLog } from './acceptedLog'
import { controlRoutes } from './controlApi'
import { SANDBOX_APPID, SANDBOX_CONTROL_PATH, SANDBOX_PAGES, SANDBOX_SECRET, SANDBOX_WECHAT_PATH } from './defaults'
import { DrawnCodes } from './drawnCodes'
import { EventSender } from './events'
import { Faults } from './faults'
import { answerJson, dispatch, type Routes } from './http'
import { LoginCodes } from './loginCodes'
import { Phones } from './phones'
import { Snapshot } from './snapshot'
import { Streams } from './stream'
import { Tokens } from './tokens'
import type { SandboxOptions } from './types'
import { wechatRoutes } from './wechatApi'

export * from './defaults'
export type { CallbackTarget, PhoneNotice, SandboxOptions, SandboxTemplate } from './types'

/** As much of a Koa context as the middleware needs. */
interface RequestContext {
  req: IncomingMessage
  res: ServerResponse
  respond?: boolean
}

export interface Sandbox {
  /** Answers a request of the stand-in; false, and nothing done, when it is for somebody else. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** The same as a Koa middleware. Goes before anything that reads bodies. */
  middleware(context: RequestContext, next: () => Promise<unknown>): Promise<void>
  /** Ends streams and waiting events, lets go of what hangs, and writes down what is to be kept. */
  stop(): Promise<void>
}

const below = (path: string, prefix: string): string | null =>
  path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : null

/**
 * A stand-in of WeChat's server API that answers as the documentation says: login, stable token, subscription
 * messages, events; with phones that members hold, and faults to order. Not for use beside a real AppID.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { appid = SANDBOX_APPID, secret = SANDBOX_SECRET, templates, miniProgram } = options
  const { clock = systemClock, logger = silentLogger, pages = SANDBOX_PAGES } = options
  const { wechatPath = SANDBOX_WECHAT_PATH, controlPath = SANDBOX_CONTROL_PATH } = options
  let latency = options.latencyMs ?? 0

  const snapshot: Snapshot = new Snapshot(options.snapshotFile, () => ({
    phones: phones.all(),
    tokens: tokens.state(),
    accepted: accepted.latest(200),
  }))
  const phones: Phones = new Phones(snapshot.changed)
  const tokens: Tokens = new Tokens(clock, snapshot.changed)
  const accepted: AcceptedLog = new AcceptedLog(options.acceptedFile)
  const kept = snapshot.read()
  if (kept !== null) {
    for (const phone of kept.phones) phones.add(phone)
    tokens.restore(kept.tokens)
    accepted.restore(kept.accepted)
  }

  const codes = new LoginCodes(clock)
  const drawn = new DrawnCodes(() => clock.now())
  const faults = new Faults()
  const streams = new Streams(phones)
  const retryMs = options.eventRetryMs ?? 5000
  const events = new EventSender({ appid, callback: options.callback, clock, logger, retryMs })
  const held = new Set<ServerResponse>()

  const shared = { miniProgram, templates, phones, tokens, codes, drawn, pages, faults, accepted, events }
  const wechat = wechatRoutes({
    ...shared,
    appid,
    secret,
    now: () => clock.now(),
    latencyMs: () => latency,
    sentEventDelayMs: options.sentEventDelayMs ?? 300,
    held,
  })
  const control = controlRoutes({
    ...shared,
    streams,
    setLatency: (ms) => (latency = ms),
    refuseConnections: options.refuseConnections,
  })

  function find(path: string): { routes: Routes; path: string } | null {
    const controlled = below(path, controlPath)
    if (controlled !== null) return { routes: control, path: controlled }
    const called = below(path, wechatPath)
    return called === null ? null : { routes: wechat, path: called }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const target = find(url.pathname)
    if (target === null) return false
    try {
      const known = await dispatch(target.routes, target.path, { request, response, query: url.searchParams })
      if (!known) answerJson(response, 404, { error: { code: 'not_found', message: 'no such call' } })
    } catch (error) {
      // whoever went away in the middle of a request, or sent far too much, needs no answer
      if (request.destroyed || response.destroyed) return true
      logger.error({ err: error }, 'the sandbox failed')
      if (!response.headersSent) answerJson(response, 500, { error: { code: 'internal', message: '' } })
    }
    return true
  }

  return {
    handle,
    async middleware(context, next) {
      const path = new URL(context.req.url ?? '/', 'http://sandbox').pathname
      if (find(path) === null) {
        await next()
        return
      }
      context.respond = false
      await handle(context.req, context.res)
    },
    async stop() {
      events.stop()
      streams.close()
      for (const response of held) response.destroy()
      snapshot.flush()
      await accepted.close()
    },
  }
}
