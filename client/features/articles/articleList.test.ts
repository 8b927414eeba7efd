import type { ArticlePage, ArticleSummary } from '../../../shared/contract'
import { OFFLINE } from '../../platform/problem'
import { firstPage, firstPageFailed, itemsOf, loadingMore, moreFailed, nextPage, type ArticleList } from './articleList'

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
    const first = firstPage(page(['a', 'b'], 'after-b'))
    expect(first).toMatchObject({ state: 'ready', cursor: 'after-b', more: 'idle' })
    const all = nextPage(loadingMore(first), page(['c'], null))
    expect(all.state).toBe('end')
    expect(ids(all)).toEqual(['a', 'b', 'c'])
  })

  it('shows an article once that slid to the next page', () => {
    expect(ids(nextPage(firstPage(page(['a', 'b'], 'x')), page(['b', 'c'], null)))).toEqual(['a', 'b', 'c'])
  })

  it('keeps what is read when more cannot be fetched, and can try again', () => {
    const list = moreFailed(loadingMore(firstPage(page(['a'], 'x'))))
    expect(list).toMatchObject({ state: 'ready', more: 'failed', cursor: 'x' })
    expect(ids(list)).toEqual(['a'])
  })

  it('keeps what is read when a refresh fails', () => {
    expect(firstPageFailed(firstPage(page(['a'], null)), OFFLINE)).toMatchObject({ state: 'end', stale: OFFLINE })
    expect(firstPageFailed({ state: 'loading' }, OFFLINE)).toEqual({ state: 'error', problem: OFFLINE })
  })

  it('says so when there is nothing', () => {
    expect(firstPage(page([], null))).toEqual({ state: 'empty' })
  })
})
