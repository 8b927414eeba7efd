import { AnswerCache } from './answerCache'

const reading = (text: string, topics: string[], articles: string[] = []) => ({ topics, articles, render: () => text })
const said = async (kept: Promise<{ answer: { body: Buffer } }>): Promise<unknown> =>
  JSON.parse(String((await kept).answer.body))

afterEach(() => jest.restoreAllMocks())

function createCache() {
  let now = 1_000_000
  let isUpToDate = true
  const opened: string[] = []
  const openings = {
    counted: () => opened.length,
    openedSince: (ids: readonly string[], counted: number) => opened.slice(counted).some((id) => ids.includes(id)),
  }
  const looks = jest.fn(() => Promise.resolve())
  const parts = { clock: { now: () => now }, openings, isUpToDate: () => isUpToDate, catchUp: looks }
  const cache = new AnswerCache(parts)
  return {
    cache,
    looks,
    know: () => (isUpToDate = true),
    open: (id: string) => opened.push(id),
    pass: (ms: number) => (now += ms),
    doubt: () => (isUpToDate = false),
  }
}

test('what is kept is read once, until one of its topics changes', async () => {
  const { cache } = createCache()
  const read = jest.fn(async () => reading('列表', ['channel:a', 'events']))
  await cache.get('list', read)
  cache.drop(['channel:b', 'article:1'])
  await cache.get('list', read)
  expect(read).toHaveBeenCalledTimes(1)
  cache.drop(['events'])
  await cache.get('list', read)
  cache.drop(['*'])
  await cache.get('list', read)
  expect(read).toHaveBeenCalledTimes(3)
})

test('everybody who comes while it is read waits for that one reading; one that fails is not kept', async () => {
  const { cache } = createCache()
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const read = jest.fn(async () => {
    await held
    if (read.mock.calls.length === 1) throw new Error('the database is gone')
    return reading('列表', [])
  })
  const crowd = Promise.allSettled(Array.from({ length: 1000 }, () => cache.get('list', read)))
  release()
  expect((await crowd).every(({ status }) => status === 'rejected')).toBe(true)
  expect(read).toHaveBeenCalledTimes(1)
  expect(await said(cache.get('list', read))).toBe('列表')
})

test('what was read while it changed is not given to those who come after the change', async () => {
  const { cache } = createCache()
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const before = cache.get('list', async () => {
    await held
    return reading('旧', ['channel:a'])
  })
  cache.drop(['channel:a'])
  const after = cache.get('list', async () => reading('新', ['channel:a']))
  expect(await said(after)).toBe('新')
  release()
  expect(await said(before)).toBe('旧')
  expect(await said(cache.get('list', async () => reading('再读', ['channel:a'])))).toBe('新')
})

test('where nobody knows what changed, that is asked first: what did not change is not read anew', async () => {
  const { cache, doubt, know, looks } = createCache()
  const read = jest.fn(async () => reading('列表', ['channel:a']))
  await cache.get('list', read)
  expect(looks).not.toHaveBeenCalled()
  doubt()
  looks.mockImplementationOnce(async () => void know())
  await cache.get('list', read)
  expect(read).toHaveBeenCalledTimes(1)
  doubt()
  looks.mockImplementationOnce(async () => {
    know()
    cache.drop(['channel:a'])
  })
  await cache.get('list', read)
  expect(read).toHaveBeenCalledTimes(2)
  // the database is away: nothing that is kept counts
  doubt()
  await cache.get('list', read)
  expect(read).toHaveBeenCalledTimes(3)
})

test('an address gives what is kept, and nothing once that is dropped, too old, or nobody knows what changed', async () => {
  const { cache, pass, doubt } = createCache()
  const give = async () => cache.remember('/api/home', await cache.get('home', async () => reading('首页', ['events'])))
  expect(cache.at('/api/home')).toBeNull()
  await give()
  expect(String(cache.at('/api/home')?.body)).toBe('"首页"')
  cache.drop(['events'])
  expect(cache.at('/api/home')).toBeNull()
  await give()
  pass(60_000)
  expect(cache.at('/api/home')).toBeNull()
  await give()
  pass(-1)
  expect(cache.at('/api/home')).toBeNull()
  pass(1)
  doubt()
  expect(cache.at('/api/home')).toBeNull()
})

test('new views are written into what is kept, at most so many times a second', async () => {
  jest.spyOn(performance, 'now').mockReturnValue(5_000)
  const { cache, open } = createCache()
  let views = 7
  let written = 0
  await cache.get('article', async () => ({
    topics: [],
    articles: ['1'],
    render: () => {
      written += 1
      return views
    },
  }))
  const again = () => said(cache.get('article', () => Promise.reject(new Error('read again'))))
  open('2')
  expect([await again(), written]).toEqual([7, 1])
  for (let opening = 0; opening < 1000; opening += 1) {
    views += 1
    open('1')
    await again()
  }
  expect(written).toBe(21)
  jest.mocked(performance.now).mockReturnValue(6_000)
  open('1')
  await again()
  expect(written).toBe(22)
})
