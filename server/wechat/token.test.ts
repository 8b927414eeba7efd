import { silentLogger } from '../kernel/logger'
import { createTokenKeeper, TokenUnavailable, type FetchToken } from './token'
import type { StoredToken, TokenStore } from './ports'

const START = Date.UTC(2026, 10, 23, 4)

/** The store's row, as several processes would share it. */
function sharedRow(): TokenStore & { row: StoredToken | null } {
  let lockedUntil = 0
  const store = {
    row: null as StoredToken | null,
    read: () => Promise.resolve(store.row && { ...store.row }),
    lock: (_appid: string, generation: number, now: number, until: number) => {
      if ((store.row?.generation ?? 0) !== generation || lockedUntil > now) return Promise.resolve(false)
      lockedUntil = until
      return Promise.resolve(true)
    },
    save: (_appid: string, generation: number, next: Omit<StoredToken, 'generation'>) => {
      store.row = { ...next, generation: generation + 1 }
      lockedUntil = 0
      return Promise.resolve()
    },
    unlock: () => {
      lockedUntil = 0
      return Promise.resolve()
    },
  }
  return store
}

function fleet(processes: number, fetchToken: FetchToken) {
  const time = { now: START }
  const store = sharedRow()
  const clock = { now: () => time.now }
  const keepers = Array.from({ length: processes }, () =>
    createTokenKeeper({ appid: 'app', store, fetchToken, clock, logger: silentLogger }),
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
})
