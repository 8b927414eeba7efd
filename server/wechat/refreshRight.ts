import type { TokenStore } from './ports'

/** The right to refresh a token, as long as it is held. */
export interface Right {
  /** Asks the store. False: somebody else may have it by now. */
  stillHeld(): Promise<boolean>
  /** To be called when the refresh is over, however it ended. */
  giveBack(): Promise<void>
}

export interface RightTiming {
  /** How long the right outlives a holder that has died: nobody can send meanwhile if there is no good token. */
  leaseMs: number
  renewEveryMs: number
}

const TIMING: RightTiming = { leaseMs: 1_500, renewEveryMs: 300 }

/**
 * Takes the right to refresh `generation` and renews it for as long as the refresh takes: a slow answer of WeChat keeps
 * it, a holder that was killed loses it at once. Null when somebody else has it.
 */
export async function heldRight(
  store: TokenStore,
  appid: string,
  generation: number,
  { leaseMs, renewEveryMs } = TIMING,
): Promise<Right | null> {
  let ticket = await store.lock(appid, generation, leaseMs)
  if (ticket === null) return null
  let renewing: Promise<void> = Promise.resolve()

  /** One after another: each needs the ticket of the one before. */
  const renew = (): Promise<void> => {
    renewing = renewing
      .then(async () => {
        if (ticket !== null) ticket = await store.hold(appid, generation, ticket, leaseMs)
      })
      // the database did not answer: the next time tells
      .catch(() => undefined)
    return renewing
  }
  const timer = setInterval(() => void renew(), renewEveryMs)

  return {
    async stillHeld() {
      await renew()
      return ticket !== null
    },
    async giveBack() {
      clearInterval(timer)
      await renewing
      // what cannot be given back ends by itself a moment later
      if (ticket !== null) await store.unlock(appid, generation, ticket).catch(() => undefined)
    },
  }
}
