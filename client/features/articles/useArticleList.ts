import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArticlePage } from '../../../shared/contract'
import { call } from '../../platform/api'
import { cacheAnswer, cachedAnswer } from '../../platform/cache'
import { asProblem } from '../../platform/problem'
import { firstPage, firstPageFailed, loadingMore, moreFailed, nextPage, type ArticleList } from './articleList'

/** What was scrolled to in each channel, as long as the app runs: a channel that is chosen again is where it was. */
const remembered = new Map<string, ArticleList>()
/** When the first page of each channel was last asked for, in milliseconds since the epoch. */
const asked = new Map<string, number>()
const FRESH_MS = 60_000
const cacheName = (slug: string): string => `list:${slug}`

function begin(slug: string): ArticleList {
  const known = remembered.get(slug)
  if (known) return known
  const cached = cachedAnswer<ArticlePage>(cacheName(slug))
  return cached ? firstPage(cached) : { state: 'loading' }
}

export interface ArticleListView {
  list: ArticleList
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** The articles of one channel. A late answer for a channel that was left is dropped. */
export function useArticleList(slug: string): ArticleListView {
  const [shown, setShown] = useState<{ slug: string; list: ArticleList }>(() => ({ slug, list: begin(slug) }))
  const list = shown.slug === slug ? shown.list : begin(slug)
  const current = useRef({ slug, list })
  current.current = { slug, list }

  const update = useCallback((of: string, change: (list: ArticleList) => ArticleList) => {
    if (current.current.slug !== of) return
    const next = change(current.current.list)
    remembered.set(of, next)
    current.current = { slug: of, list: next }
    setShown({ slug: of, list: next })
  }, [])

  const refresh = useCallback(async () => {
    asked.set(slug, Date.now())
    update(slug, (before) => (before.state === 'error' ? { state: 'loading' } : before))
    try {
      const page = await call('GET /api/channels/{slug}/articles', { params: { slug }, query: {} })
      cacheAnswer(cacheName(slug), page)
      update(slug, () => firstPage(page))
    } catch (thrown) {
      update(slug, (before) => firstPageFailed(before, asProblem(thrown)))
    }
  }, [slug, update])

  const more = useCallback(async () => {
    const before = current.current.list
    if (before.state !== 'ready' || before.more === 'loading') return
    const { cursor } = before
    update(slug, loadingMore)
    try {
      const page = await call('GET /api/channels/{slug}/articles', { params: { slug }, query: { cursor } })
      update(slug, (now) => (now.state === 'ready' && now.cursor === cursor ? nextPage(now, page) : now))
    } catch {
      update(slug, moreFailed)
    }
  }, [slug, update])

  useEffect(() => {
    if (!remembered.has(slug) || Date.now() - (asked.get(slug) ?? 0) > FRESH_MS) void refresh()
  }, [slug, refresh])

  return { list, refresh, more }
}
