import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiFailure, asProblem, problemOf } from '../platform/problem'
import { newReader, readFor } from '../platform/readers'
import { firstFailed, firstOf, moreOf, nextOf, type PagedList, type PageOf } from './pagedList'

interface PagedSource<T> {
  /** What is listed; another name is another list, and a late answer for the one before is dropped. Null: nothing. */
  name: string | null
  read: (cursor: string | undefined) => Promise<PageOf<T>>
  keyOf: (item: T) => string
}

export interface PagedView<T> {
  list: PagedList<T>
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** A proxy or a portal may answer in the server's place: what is no page must not break the screen. */
function checked<T>(page: PageOf<T>): PageOf<T> {
  if (!Array.isArray(page.items)) throw new ApiFailure(problemOf(502, null))
  return { items: page.items, nextCursor: page.nextCursor ?? null }
}

const LOADING = { state: 'loading' } as const

/** A list by cursors that is read as far as the member scrolls. When the page goes, or another list comes, its reading is given up. */
export function usePagedList<T>({ name, read, keyOf }: PagedSource<T>): PagedView<T> {
  const [shown, setShown] = useState<{ name: string | null; list: PagedList<T> }>({ name, list: LOADING })
  const list: PagedList<T> = shown.name === name ? shown.list : LOADING
  const current = useRef({ name, list })
  current.current = { name, list }
  const source = useRef({ read, keyOf })
  source.current = { read, keyOf }

  const [reader] = useState(newReader)

  const update = useCallback((of: string | null, change: (list: PagedList<T>) => PagedList<T>) => {
    if (current.current.name !== of) return
    const next = change(current.current.list)
    current.current = { name: of, list: next }
    setShown({ name: of, list: next })
  }, [])

  const refresh = useCallback(async () => {
    if (name === null) return
    update(name, (before) => (before.state === 'error' ? LOADING : before))
    try {
      const page = checked(await readFor(reader, () => source.current.read(undefined)))
      update(name, () => firstOf(page))
    } catch (thrown) {
      update(name, (before) => firstFailed(before, asProblem(thrown)))
    }
  }, [name, reader, update])

  const more = useCallback(async () => {
    const before = current.current.list
    if (before.state !== 'ready' || before.more === 'loading') return
    const { cursor } = before
    update(name, (now) => moreOf(now, 'loading'))
    try {
      const page = checked(await readFor(reader, () => source.current.read(cursor)))
      const { keyOf: key } = source.current
      update(name, (now) => (now.state === 'ready' && now.cursor === cursor ? nextOf(now, page, key) : now))
    } catch {
      update(name, (now) => moreOf(now, 'failed'))
    }
  }, [name, reader, update])

  useEffect(() => {
    void refresh()
    return () => reader.leave()
  }, [reader, refresh])

  return { list, refresh, more }
}
