import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { Ledger, Messenger } from '../../../server/delivery'
import type { TokenStore } from '../../../server/wechat'
import type { Database } from '../../../server/store/database'
import type { Moments } from './moments'
import type { Moment } from './orders'

/** At which moment a transaction is, for those that have one before their commit. */
export const within = new AsyncLocalStorage<Moment>()

/** The same database, with a moment right before each commit made `within` one. */
export function tracedDatabase(database: Database, moments: Moments): Database {
  return new Proxy(database, {
    get(target, name) {
      if (name !== 'write') {
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value
      }
      const write: Database['write'] = (work) =>
        target.write(async (manager) => {
          const result = await work(manager)
          const moment = within.getStore()
          if (moment !== undefined) moments.pass(moment)
          return result
        })
      return write
    },
  })
}

type Method<Args extends unknown[], Result> = (...call: Args) => Promise<Result>

/** The same ledger, which writes down what is committed and passes its moments. */
export function tracedLedger(ledger: Ledger, moments: Moments): Ledger {
  const watched =
    <Args extends unknown[], Result>(name: string, method: Method<Args, Result>): Method<Args, Result> =>
    (...call) =>
      method(...call).catch((error: unknown) => {
        moments.write('failed', name, String(error).replace(/\s+/g, '_').slice(0, 160))
        throw error
      })
  const traced: Ledger = {
    ...ledger,
    // both before the commit of a chunk (in the database) and after it
    prepareChunk: async (...call) => {
      const done = await within.run('preparing', () => ledger.prepareChunk(...call))
      moments.pass('preparing')
      return done
    },
    claim: async (...call) => {
      const found = await ledger.claim(...call)
      for (const { deliveryId, openid } of found.claims) moments.write('marked', deliveryId, openid)
      if (found.claims.length > 0) moments.pass('intent')
      return found
    },
    settle: async (worker, outcomes, now) => {
      // a moment counts only when an answer is at stake, not when something unsent is put back
      const seen = outcomes.some(({ to }) => to !== 'pending')
      const settled = await (seen
        ? within.run('outcome', () => ledger.settle(worker, outcomes, now))
        : ledger.settle(worker, outcomes, now))
      for (const { deliveryId, to } of outcomes) moments.write('recorded', deliveryId, to)
      return settled
    },
    heartbeat: async (worker) => {
      const alive = await ledger.heartbeat(worker)
      if (!alive) moments.write('buried', worker)
      return alive
    },
  }
  return {
    ...traced,
    prepareChunk: watched('prepareChunk', traced.prepareChunk),
    claim: watched('claim', traced.claim),
    settle: watched('settle', traced.settle),
    heartbeat: watched('heartbeat', traced.heartbeat),
  }
}

export function tracedMessenger(messenger: Messenger, moments: Moments): Messenger {
  return {
    async send(request) {
      moments.write('begun', request.openid)
      const result = await messenger.send(request)
      // WeChat has taken it and nobody has been told yet
      if (result.kind === 'accepted') moments.pass('accepted')
      moments.write('answered', request.openid, result.kind)
      return result
    },
  }
}

export const tracedTokens = (store: TokenStore, moments: Moments): TokenStore => ({
  ...store,
  lock: async (...call) => {
    const ticket = await store.lock(...call)
    if (ticket === null) return null
    moments.write('asking', 'token')
    moments.pass('token')
    return ticket
  },
  save: async (...call) => {
    await store.save(...call)
    moments.write('token', 'saved')
  },
})

/** undici says when a request's head is about to be written; a turn later its bytes are with the system. */
export function traceFirstBytes(moments: Moments): void {
  subscribe('undici:client:sendHeaders', (message) => {
    const { request } = message as { request?: { path?: string } }
    if (request?.path?.includes('/message/subscribe/send') !== true) return
    process.nextTick(() => moments.pass('first_bytes'))
  })
}
