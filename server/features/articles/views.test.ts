import { silentLogger } from '../../kernel/logger'
import { createViewCounter } from './views'

/** A store whose writes the test lets through or fails. */
function createStore() {
  const stored = new Map<string, number>()
  let fail = false
  let held: Promise<void> = Promise.resolve()
  return {
    views: (id: string) => stored.get(id) ?? 0,
    failNext: () => (fail = true),
    hold(until: Promise<void>) {
      held = until
    },
    async addViews(counts: ReadonlyMap<string, number>) {
      await held
      if (fail) {
        fail = false
        throw new Error('the disk is full')
      }
      for (const [id, count] of counts) stored.set(id, (stored.get(id) ?? 0) + count)
    },
  }
}

test('the same opening counts once; different ones count each', () => {
  const counter = createViewCounter(createStore(), silentLogger)
  expect([counter.count('a', '1', 5), counter.count('a', '1', 5), counter.count('a', '2', 5)]).toEqual([6, 6, 7])
})

test('the number never falls, also while it is being written', async () => {
  const store = createStore()
  const counter = createViewCounter(store, silentLogger)
  counter.count('a', '1', 0)
  counter.count('a', '2', 0)
  let release: () => void = () => undefined
  store.hold(new Promise((resolve) => (release = resolve)))
  const flush = counter.flush()
  expect(counter.shown('a', store.views('a'))).toBe(2)
  expect(counter.count('a', '3', store.views('a'))).toBe(3)
  release()
  await flush
  expect(counter.shown('a', store.views('a'))).toBe(3)
  await counter.flush()
  expect([store.views('a'), counter.shown('a', store.views('a'))]).toEqual([3, 3])
})

test('what could not be written is written the next time, once', async () => {
  const store = createStore()
  const counter = createViewCounter(store, silentLogger)
  counter.count('a', '1', 0)
  store.failNext()
  await counter.flush()
  counter.count('a', '2', 0)
  await counter.flush()
  await counter.flush()
  expect(store.views('a')).toBe(2)
})

test('what another process counted shows too', () => {
  const counter = createViewCounter(createStore(), silentLogger)
  counter.count('a', '1', 10)
  expect(counter.shown('a', 40)).toBe(41)
})

test('an opening that was told to two processes is written by one of them', async () => {
  const store = createStore()
  const told = new Set<string>()
  const shared = {
    countedElsewhere: (keys: string[]) => Promise.resolve(keys.map((key) => told.has(key) || (told.add(key), false))),
  }
  const [one, two] = [0, 1].map(() => createViewCounter(store, silentLogger, undefined, shared))
  one?.count('a', '1', 0)
  two?.count('a', '1', 0)
  two?.count('a', '2', 0)
  two?.count('b', '1', 0)
  await one?.flush()
  // what was found out is not asked anew when the disk was full
  store.failNext()
  await two?.flush()
  await two?.flush()
  expect([store.views('a'), store.views('b')]).toEqual([2, 1])
})
