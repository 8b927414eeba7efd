import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import { MINUTE_MS, startOfDay } from '../../shared/domain/time'
import type { StoredToken, TokenStore } from './ports'
import { heldRight, type Right, type RightTiming } from './refreshRight'

export interface CurrentToken {
  token: string
  generation: number
}

/** No token can be had now; `waitMs` is how long to leave WeChat alone. */
export class TokenUnavailable extends Error {
  override readonly name = 'TokenUnavailable'

  constructor(
    readonly detail: string,
    readonly waitMs: number,
  ) {
    super(detail)
  }
}

/** Asks WeChat's `stable_token`. Throws `TokenUnavailable`. */
export type FetchToken = (force: boolean) => Promise<{ token: string; expiresInMs: number }>

export interface TokenKeeper {
  current(): Promise<CurrentToken>
  /** A token newer than the generation that WeChat refused. Whoever asks first refreshes; the others wait for it. */
  renew(refused: number): Promise<CurrentToken>
}

interface Parts {
  appid: string
  store: TokenStore
  fetchToken: FetchToken
  clock: Clock
  logger: Logger
  timing?: RightTiming
}

/** `stable_token` in normal mode renews within the last five minutes; old and new are valid side by side then. */
const RENEW_BEFORE_MS = 4 * MINUTE_MS
/** How long others wait for somebody who is refreshing. */
const PATIENCE_MS = 15_000
const LOOK_AGAIN_MS = 50
/** WeChat: at most 20 forced refreshes a day, at least 30 s apart. */
const FORCED_A_DAY = 20
const FORCED_APART_MS = 30_000

/**
 * One token for all processes. Servers that refresh on their own invalidate each other's tokens, so a refresh is made
 * once a generation: the right to make it is a row in the database, and who does not get it reads what the other made.
 */
export function createTokenKeeper({ appid, store, fetchToken, clock, logger, timing }: Parts): TokenKeeper {
  let cached: StoredToken | null = null
  /** Refreshes that are running in this process, by the generation they replace. */
  const running = new Map<number, Promise<CurrentToken>>()

  /** A question to the store that is on its way: a burst of sends after the start asks once. */
  let reading: Promise<StoredToken | null> | null = null

  const read = (): Promise<StoredToken | null> =>
    (reading ??= store.read(appid).finally(() => {
      reading = null
    }))

  const usable = (stored: StoredToken): boolean => stored.token !== '' && stored.expiresAt > clock.now()

  /**
   * Normal mode first: it costs nothing scarce, and already answers with what another holder of the secret made. Null
   * when the right to refresh was lost before what is scarce was spent.
   */
  async function fetchNew(old: StoredToken | null, right: Right): Promise<Omit<StoredToken, 'generation'> | null> {
    const asked = clock.now()
    const normal = await fetchToken(false)
    const forced = { forcedAt: old?.forcedAt ?? 0, forcedCount: old?.forcedCount ?? 0 }
    const refusedAgain = old !== null && normal.token === old.token && old.expiresAt - RENEW_BEFORE_MS > asked
    if (!refusedAgain) return { token: normal.token, expiresAt: asked + normal.expiresInMs, ...forced }
    const sameDay = startOfDay(forced.forcedAt) === startOfDay(asked)
    const count = sameDay ? forced.forcedCount : 0
    if (count >= FORCED_A_DAY) throw new TokenUnavailable('forced refreshes of the day are used up', 10 * MINUTE_MS)
    const since = asked - forced.forcedAt
    if (since >= 0 && since < FORCED_APART_MS) {
      throw new TokenUnavailable('a refresh was forced a moment ago', FORCED_APART_MS - since)
    }
    if (!(await right.stillHeld())) return null
    const fresh = await fetchToken(true)
    return { token: fresh.token, expiresAt: asked + fresh.expiresInMs, forcedAt: asked, forcedCount: count + 1 }
  }

  async function refresh(generation: number): Promise<CurrentToken> {
    const giveUpAt = Date.now() + PATIENCE_MS
    for (;;) {
      const stored = await store.read(appid)
      if (stored !== null && stored.generation > generation && usable(stored)) {
        cached = stored
        return stored
      }
      const from = stored?.generation ?? 0
      const right = await heldRight(store, appid, from, timing)
      if (right !== null) {
        try {
          const next = await fetchNew(stored, right)
          if (next !== null) {
            await store.save(appid, from, next, clock.now())
            cached = { ...next, generation: from + 1 }
            logger.info({ generation: from + 1 }, 'the access token was renewed')
            return cached
          }
        } finally {
          await right.giveBack()
        }
      }
      if (Date.now() >= giveUpAt) throw new TokenUnavailable('another process has been refreshing for too long', 1_000)
      await wait(LOOK_AGAIN_MS)
    }
  }

  /** One refresh a generation within the process; the store sees to it between processes. */
  function renew(generation: number): Promise<CurrentToken> {
    if (cached !== null && cached.generation > generation && usable(cached)) return Promise.resolve(cached)
    const already = running.get(generation)
    if (already !== undefined) return already
    const started = refresh(generation).finally(() => running.delete(generation))
    running.set(generation, started)
    return started
  }

  return {
    renew,
    async current() {
      let known = cached
      if (known === null || !usable(known)) {
        known = await read()
        if (known === null || !usable(known)) return renew(known?.generation ?? 0)
        cached = known
      }
      if (known.expiresAt - clock.now() < RENEW_BEFORE_MS) {
        // The old one is good for some minutes yet: nobody waits, and a failure is tried again by the next send.
        renew(known.generation).catch((error: unknown) => logger.warn({ err: error }, 'the token could not be renewed'))
      }
      return known
    },
  }
}
