import type { ArticlePage, ArticleSummary } from '../../../shared/contract'
import { firstFailed, firstOf, moreOf } from '../../loading/pagedList'
import { OFFLINE } from '../../platform/problem'
import { itemsOf, nextPage, renewed, type ArticleList } from './articleList'

const article = (id: string): ArticleSummary => ({
  id,
  channel: { id: 'c', slug: 'notices', name: '通知公告' },
  title: id,
  summary: '',
  cover: null,
  publisher: '协会秘书处',
  publishedAt: '2026-11-23T00:00:00.000Z',
  views: 0,
  pinned: false,
  event: null,
})
const page = (ids: string[], nextCursor: string | null): ArticlePage => ({ items: ids.map(article), nextCursor })
const ids = (list: ArticleList): string[] => itemsOf(list).map((item) => item.id)

describe('a channel that the member scrolls through', () => {
  it('grows page by page up to its end', () => {
    const first = firstOf(page(['a', 'b'], 'after-b'))
    expect(first).toMatchObject({ state: 'ready', cursor: 'after-b', more: 'idle' })
    const all = nextPage(moreOf(first, 'loading'), page(['c'], null))
    expect(all.state).toBe('end')
    expect(ids(all)).toEqual(['a', 'b', 'c'])
  })

  it('shows an article once that slid to the next page', () => {
    expect(ids(nextPage(firstOf(page(['a', 'b'], 'x')), page(['b', 'c'], null)))).toEqual(['a', 'b', 'c'])
  })

  it('keeps what is read when more cannot be fetched, and can try again', () => {
    const list = moreOf(moreOf(firstOf(page(['a'], 'x')), 'loading'), 'failed')
    expect(list).toMatchObject({ state: 'ready', more: 'failed', cursor: 'x' })
    expect(ids(list)).toEqual(['a'])
  })

  it('keeps what is read when a refresh fails', () => {
    expect(firstFailed(firstOf(page(['a'], null)), OFFLINE)).toMatchObject({ state: 'end', stale: OFFLINE })
    expect(firstFailed({ state: 'loading' }, OFFLINE)).toEqual({ state: 'error', problem: OFFLINE })
  })

  it('says so when there is nothing', () => {
    expect(firstOf(page([], null))).toEqual({ state: 'empty' })
  })
})

describe('a list that is read anew behind the member', () => {
  const scrolled = nextPage(firstOf(page(['a', 'b'], 'after-b')), page(['c', 'd'], 'after-d'))

  it('puts what is new on top and goes on from where the member was', () => {
    const next = renewed(scrolled, page(['new', 'a'], 'after-a'))
    expect(ids(next)).toEqual(['new', 'a', 'b', 'c', 'd'])
    expect(next).toMatchObject({ state: 'ready', cursor: 'after-d' })
  })

  it('drops what was withdrawn from the part that was read anew', () => {
    expect(ids(renewed(scrolled, page(['b', 'c'], 'after-c')))).toEqual(['b', 'c', 'd'])
  })

  it('begins again when nothing of the first page is known, or when the first page is all', () => {
    expect(ids(renewed(scrolled, page(['x', 'y'], 'after-y')))).toEqual(['x', 'y'])
    expect(ids(renewed(scrolled, page(['a'], null)))).toEqual(['a'])
    expect(ids(renewed({ state: 'loading' }, page(['a'], null)))).toEqual(['a'])
  })
})
