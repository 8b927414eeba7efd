import { setTimeout as wait } from 'node:timers/promises'
import { silentLogger } from '../kernel/logger'
import { createTokenKeeper, TokenUnavailable, type FetchToken } from './token'
import type { StoredToken, TokenStore } from './ports'

const START = Date.UTC(2026, 10, 23, 4)

const LEASE_MS = 2_000

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(1)
}

/** The store's row, as several processes would share it, and the clock of all. */
function sharedRow(time: { now: number }) {
  let lockedUntil = 0
  const calls = { read: 0, lock: 0, hold: 0 }
  const mayHold = (generation: number, ticket: number) =>
    (store.row?.generation ?? 0) === generation && lockedUntil === ticket
  const store: TokenStore & { row: StoredToken | null; calls: typeof calls } = {
    row: null,
    calls,
    read: () => {
      calls.read += 1
      return Promise.resolve(store.row && { ...store.row })
    },
    lock: (_appid, generation, forMs) => {
      calls.lock += 1
      if ((store.row?.generation ?? 0) !== generation || lockedUntil > time.now) return Promise.resolve(null)
      lockedUntil = time.now + forMs
      return Promise.resolve(lockedUntil)
    },
    hold: (_appid, generation, ticket, forMs) => {
      calls.hold += 1
      if (!mayHold(generation, ticket)) return Promise.resolve(null)
      lockedUntil = time.now + forMs
      return Promise.resolve(lockedUntil)
    },
    save: (_appid, generation, next) => {
      if ((store.row?.generation ?? 0) === generation) {
        store.row = { ...next, generation: generation + 1 }
        lockedUntil = 0
      }
      return Promise.resolve()
    },
    unlock: (_appid, generation, ticket) => {
      if (mayHold(generation, ticket)) lockedUntil = 0
      return Promise.resolve()
    },
  }
  return store
}

function fleet(processes: number, fetchToken: FetchToken, renewEveryMs = 400) {
  const time = { now: START }
  const store = sharedRow(time)
  const clock = { now: () => time.now }
  const timing = { leaseMs: LEASE_MS, renewEveryMs }
  const keepers = Array.from({ length: processes }, () =>
    createTokenKeeper({ appid: 'app', store, fetchToken, clock, logger: silentLogger, timing }),
  )
  return { keepers, store, time }
}

/** WeChat: a new token when asked by force, or when the present one is bad. */
function wechat() {
  const state = { calls: [] as boolean[], token: 'token-1', made: 1 }
  const next = () => {
    state.made += 1
    state.token = `token-${state.made}`
  }
  const fetchToken: FetchToken = (force) => {
    state.calls.push(force)
    if (force) next()
    return Promise.resolve({ token: state.token, expiresInMs: 7_200_000 })
  }
  return { state, fetchToken, next }
}

describe('one token for the whole fleet', () => {
  it('is fetched once, though many sends of many processes need it at once', async () => {
    const { state, fetchToken } = wechat()
    const { keepers } = fleet(3, fetchToken)
    const tokens = await Promise.all(keepers.flatMap((keeper) => Array.from({ length: 50 }, () => keeper.current())))
    expect(new Set(tokens.map((entry) => entry.token))).toEqual(new Set(['token-1']))
    expect(state.calls).toEqual([false])
  })

  it('is read once by a process whose first sends all need it', async () => {
    const { fetchToken } = wechat()
    const { keepers, store } = fleet(2, fetchToken)
    await keepers[0]?.current()
    store.calls.read = 0
    await Promise.all(Array.from({ length: 50 }, () => keepers[1]?.current()))
    expect(store.calls.read).toBe(1)
  })

  it('is renewed once when WeChat refuses it, and everyone goes on with the new one', async () => {
    const { state, fetchToken, next } = wechat()
    const { keepers } = fleet(3, fetchToken)
    const { generation } = (await keepers[0]?.current()) ?? { generation: 0 }
    next()
    const renewed = await Promise.all(
      keepers.flatMap((keeper) => Array.from({ length: 20 }, () => keeper.renew(generation))),
    )
    expect(new Set(renewed.map((entry) => entry.token))).toEqual(new Set(['token-2']))
    expect(state.calls).toEqual([false, false])
    // a straggler that was refused with the old one does not refresh again
    expect((await keepers[2]?.renew(generation))?.token).toBe('token-2')
    expect(state.calls).toHaveLength(2)
  })

  it('is forced only when WeChat hands out the refused one again', async () => {
    const { state, fetchToken } = wechat()
    const { keepers } = fleet(1, fetchToken)
    const first = await keepers[0]?.current()
    expect((await keepers[0]?.renew(first?.generation ?? 0))?.token).toBe('token-2')
    expect(state.calls).toEqual([false, false, true])
  })

  it('is forced no sooner than 30 seconds after the last time, and 20 times a day', async () => {
    const { state, fetchToken } = wechat()
    const { keepers, time } = fleet(1, fetchToken)
    const keeper = keepers[0]
    if (keeper === undefined) throw new Error('no keeper')
    let { generation } = await keeper.current()
    ;({ generation } = await keeper.renew(generation))
    await expect(keeper.renew(generation)).rejects.toThrow(TokenUnavailable)
    for (let forced = 1; forced < 20; forced += 1) {
      time.now += 30_000
      ;({ generation } = await keeper.renew(generation))
    }
    time.now += 30_000
    await expect(keeper.renew(generation)).rejects.toThrow('used up')
    expect(state.calls.filter(Boolean)).toHaveLength(20)
    time.now += 24 * 3_600_000
    expect((await keeper.renew(generation)).generation).toBe(generation + 1)
  })

  it('is renewed ahead of its end while the old one is still used', async () => {
    const { state, fetchToken, next } = wechat()
    const { keepers, time } = fleet(1, fetchToken)
    await keepers[0]?.current()
    next()
    time.now += 7_200_000 - 200_000
    expect((await keepers[0]?.current())?.token).toBe('token-1')
    expect((await keepers[0]?.renew(1))?.token).toBe('token-2')
    expect((await keepers[0]?.current())?.token).toBe('token-2')
    expect(state.calls).toEqual([false, false])
  })

  it('gives the right to refresh back when WeChat cannot be reached', async () => {
    let down = true
    const { keepers } = fleet(2, () =>
      down
        ? Promise.reject(new TokenUnavailable('ECONNREFUSED', 1_000))
        : Promise.resolve({ token: 'token-1', expiresInMs: 7_200_000 }),
    )
    await expect(keepers[0]?.current()).rejects.toThrow('ECONNREFUSED')
    down = false
    expect((await keepers[1]?.current())?.token).toBe('token-1')
  })

  it('is fetched by somebody else a moment after the one who was fetching it was killed', async () => {
    const { fetchToken } = wechat()
    let kill: () => void = () => undefined
    const never = new Promise<never>((_, reject) => (kill = () => reject(new Error('killed'))))
    let asked = 0
    const { keepers, store, time } = fleet(2, (force) => {
      asked += 1
      return asked === 1 ? never : fetchToken(force)
    })
    // who is dead renews nothing
    const { hold } = store
    store.hold = () => never
    const dead = keepers[0]?.current()
    await until(() => asked === 1)
    store.hold = hold
    const other = keepers[1]?.current()
    await until(() => store.calls.lock > 1)
    time.now += LEASE_MS
    expect((await other)?.token).toBe('token-1')
    kill()
    await expect(dead).rejects.toThrow('killed')
  })

  it('is fetched by one alone, however long WeChat takes to answer', async () => {
    let answer: (token: string) => void = () => undefined
    const slow = new Promise<string>((resolve) => (answer = resolve))
    let asked = 0
    const { keepers, store, time } = fleet(
      2,
      async () => {
        asked += 1
        return { token: await slow, expiresInMs: 7_200_000 }
      },
      1,
    )
    const hold = store.hold
    store.hold = (...call) => {
      time.now += LEASE_MS / 2
      return hold(...call)
    }
    const tokens = keepers.map((keeper) => keeper.current())
    // several leases long, in which the other one has looked again
    await until(() => store.calls.hold > 6 && store.calls.lock > 3)
    answer('token-1')
    expect((await Promise.all(tokens)).map(({ token }) => token)).toEqual(['token-1', 'token-1'])
    expect(asked).toBe(1)
  })

  it('is not forced by one who has lost the right to it while WeChat took its time', async () => {
    const { state, fetchToken } = wechat()
    const { keepers, store } = fleet(2, fetchToken)
    const { generation } = (await keepers[0]?.current()) ?? { generation: 0 }
    const hold = store.hold
    let lost = 0
    store.hold = (...call) => {
      lost += 1
      // another process took over and has stored what it got
      if (lost === 1) store.row = { ...(store.row as StoredToken), token: 'token-9', generation: generation + 1 }
      return hold(...call)
    }
    expect((await keepers[0]?.renew(generation))?.token).toBe('token-9')
    expect(state.calls).toEqual([false, false])
  })
})
