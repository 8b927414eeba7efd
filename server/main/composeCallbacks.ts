import type { Middleware } from 'koa'
import type { Ledger, Wakeup } from '../delivery'
import { callbackRoutes, type GrantEvents, type MemberErasure } from '../features/callbacks'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createEventMemory } from '../store/repositories/wechatEvents'
import { createCallbackCodec, type CallbackSecrets } from '../wechat'
import type { Sandbox } from '../wechat/sandbox'

export interface CallbackParts {
  wechat: { secrets: CallbackSecrets | null; sandbox: Sandbox | null }
  database: Database
  ledger: Ledger
  grants: GrantEvents
  erasure: MemberErasure
  wakeup: Wakeup
  clock: Clock
  logger: Logger
}

/** The stand-in answers its own requests by itself, headers and all. */
const sandboxMiddleware =
  (sandbox: Sandbox): Middleware =>
  async (ctx, next) => {
    await sandbox.middleware(ctx, next)
  }

/** What WeChat calls, and the stand-in that calls as WeChat does. Without its two secrets no event is heard. */
export function composeCallbacks({
  wechat,
  database,
  ledger,
  grants,
  erasure,
  wakeup,
  clock,
  logger,
}: CallbackParts): Middleware[] {
  const { secrets, sandbox } = wechat
  const heard =
    secrets === null
      ? []
      : [
          callbackRoutes({
            codec: createCallbackCodec(secrets),
            memory: createEventMemory(database),
            ledger,
            grants,
            erasure,
            notify: () => wakeup.notify(),
            clock,
            logger,
          }),
        ]
  return [...heard, ...(sandbox === null ? [] : [sandboxMiddleware(sandbox)])]
}
