import { useEffect, useMemo, useState } from 'react'
import { useLatest } from '../../ui/useLatest'
import { useNow } from '../../ui/useNow'
import type { ArticleForm } from './articleForm'
import { DraftShelf, type KeptCopy } from './recovery'

const KEEP_AFTER_MS = 800

export interface Shelf {
  copies: KeptCopy[]
  /** False when the browser could not keep the last change. */
  safe: boolean
  keep: (copy: KeptCopy) => void
  drop: (copy: KeptCopy) => void
  dropUnsaved: () => void
}

/** The copies of one article in this browser, with their changes shown. The article gets its id with its first save. */
export function useShelf(staffId: string, articleId: string): Shelf {
  const now = useNow()
  const shelf = useMemo(() => new DraftShelf(localStorage, staffId, articleId), [staffId, articleId])
  const [copies, setCopies] = useState(() => shelf.copies(now))
  const [shown, setShown] = useState(shelf)
  const [safe, setSafe] = useState(true)
  if (shown !== shelf) {
    setShown(shelf)
    setCopies(shelf.copies(now))
  }
  return useMemo(() => {
    const refresh = () => setCopies(shelf.copies(Date.now()))
    return {
      copies,
      safe,
      keep: (copy) => {
        setSafe(shelf.keep(copy))
        refresh()
      },
      drop: (copy) => {
        shelf.drop((kept) => kept.keptAt === copy.keptAt && kept.reason === copy.reason, Date.now())
        refresh()
      },
      dropUnsaved: () => {
        shelf.dropUnsaved(Date.now())
        refresh()
      },
    }
  }, [shelf, copies, safe])
}

/** Mirrors unsaved writing into the browser shortly after each change, and at once when the page goes away. */
export function useMirror(dirty: boolean, form: ArticleForm, articleId: string, keepNow: () => void): void {
  const latest = useLatest(keepNow)

  useEffect(() => {
    if (!dirty) return
    const timer = setTimeout(() => latest.current(), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [dirty, form, articleId, latest])

  useEffect(() => {
    if (!dirty) return
    const away = () => latest.current()
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('pagehide', away)
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('pagehide', away)
      window.removeEventListener('beforeunload', ask)
    }
  }, [dirty, latest])
}
