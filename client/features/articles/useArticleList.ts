import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArticlePage } from '../../../shared/contract'
import { call } from '../../platform/api'
import { cacheAnswer, cachedAnswer } from '../../platform/cache'
import { firstFailed, firstOf, moreOf } from '../../loading/pagedList'
import { asProblem } from '../../platform/problem'
import { newReader, readFor } from '../../platform/readers'
import { asPage } from './answers'
import { nextPage, renewed, type ArticleList } from './articleList'

/** What was scrolled to in each channel, as long as the app runs: a channel that is chosen again is where it was. */
const remembered = new Map<string, ArticleList>()
/** When the first page of each channel was last asked for, in milliseconds since the epoch. */
const asked = new Map<string, number>()
const LIST = 'GET /api/channels/{slug}/articles'
const FRESH_MS = 60_000
const cacheName = (slug: string): string => `list:${slug}`

function begin(slug: string): ArticleList {
  const known = remembered.get(slug)
  // What was on its way when the member left the channel is asked for again.
  if (known && known.state !== 'loading') return known.state === 'ready' ? { ...known, more: 'idle' } : known
  const cached = cachedAnswer<ArticlePage>(cacheName(slug))
  return Array.isArray(cached?.items) ? firstOf(cached) : { state: 'loading' }
}

export interface ArticleListView {
  list: ArticleList
  /** Begins again at the first page; what is shown stays until it has come. */
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** The articles of one channel. A reading for a channel or a page that was left is given up. */
export function useArticleList(slug: string): ArticleListView {
  const [shown, setShown] = useState<{ slug: string; list: ArticleList }>(() => ({ slug, list: begin(slug) }))
  const list = shown.slug === slug ? shown.list : begin(slug)
  const current = useRef({ slug, list })
  current.current = { slug, list }

  const [reader] = useState(newReader)
  const here = useRef(true)

  const update = useCallback((of: string, change: (list: ArticleList) => ArticleList) => {
    // What was given up says nothing about the list.
    if (!here.current || current.current.slug !== of) return
    const next = change(current.current.list)
    remembered.set(of, next)
    current.current = { slug: of, list: next }
    setShown({ slug: of, list: next })
  }, [])

  const read = useCallback(
    async (settle: (list: ArticleList, page: ArticlePage) => ArticleList) => {
      asked.set(slug, Date.now())
      update(slug, (before) => (before.state === 'error' ? { state: 'loading' } : before))
      try {
        const page = asPage(await readFor(reader, () => call(LIST, { params: { slug }, query: {} })))
        cacheAnswer(cacheName(slug), page)
        update(slug, (before) => settle(before, page))
      } catch (thrown) {
        asked.delete(slug)
        update(slug, (before) => firstFailed(before, asProblem(thrown)))
      }
    },
    [slug, reader, update],
  )
  const refresh = useCallback(() => read((_before, page) => firstOf(page)), [read])

  const more = useCallback(async () => {
    const before = current.current.list
    if (before.state !== 'ready' || before.more === 'loading') return
    const { cursor } = before
    update(slug, (now) => moreOf(now, 'loading'))
    try {
      const page = asPage(await readFor(reader, () => call(LIST, { params: { slug }, query: { cursor } })))
      update(slug, (now) => (now.state === 'ready' && now.cursor === cursor ? nextPage(now, page) : now))
    } catch {
      update(slug, (now) => moreOf(now, 'failed'))
    }
  }, [slug, reader, update])

  useEffect(() => {
    here.current = true
    if (begin(slug).state === 'loading' || Date.now() - (asked.get(slug) ?? 0) > FRESH_MS) void read(renewed)
    return () => {
      here.current = false
      reader.leave()
    }
  }, [slug, read, reader])

  return { list, refresh, more }
}
