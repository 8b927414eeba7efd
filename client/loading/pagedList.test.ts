import { OFFLINE } from '../platform/problem'
import { firstFailed, firstOf, moreOf, nextOf, type PagedList } from './pagedList'

const page = (items: string[], nextCursor: string | null) => ({ items, nextCursor })
const next = (list: PagedList<string>, items: string[], cursor: string | null) =>
  nextOf(list, page(items, cursor), (item) => item)

describe('a list that grows as the member reads on', () => {
  it('grows page by page up to its end, and shows once what slid to the next page', () => {
    const first = firstOf(page(['a', 'b'], 'after-b'))
    expect(first).toMatchObject({ state: 'ready', cursor: 'after-b', more: 'idle' })
    expect(next(moreOf(first, 'loading'), ['b', 'c'], null)).toEqual({
      state: 'end',
      items: ['a', 'b', 'c'],
      stale: null,
    })
  })

  it('goes on past a page that is empty, and says so when all of them are', () => {
    expect(firstOf(page([], 'later'))).toMatchObject({ state: 'ready', items: [] })
    expect(next(firstOf(page([], 'later')), [], null)).toEqual({ state: 'empty' })
  })

  it('keeps what is read when more or the newest cannot be fetched', () => {
    const list = moreOf(moreOf(firstOf(page(['a'], 'x')), 'loading'), 'failed')
    expect(list).toMatchObject({ state: 'ready', more: 'failed', items: ['a'] })
    expect(firstFailed(list, OFFLINE)).toMatchObject({ state: 'ready', stale: OFFLINE, items: ['a'] })
    expect(firstFailed<string>({ state: 'loading' }, OFFLINE)).toEqual({ state: 'error', problem: OFFLINE })
  })
})
