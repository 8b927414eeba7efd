import { useEffect, useState } from 'react'
import type { ArticleDetail } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'

const QUIET_MS = 250

export interface LiveBlocks {
  /** Null until the first came. */
  blocks: ArticleDetail['blocks'] | null
  /** Why what is shown is not the newest. */
  problem: string | null
}

/** The blocks of a body while it is being written: asked for when nobody has typed for a quarter of a second. */
export function useLiveBlocks(html: string, wanted: boolean): LiveBlocks {
  const [live, setLive] = useState<LiveBlocks>({ blocks: null, problem: null })
  useEffect(() => {
    if (!wanted) return
    let overtaken = false
    const ask = async () => {
      try {
        const { blocks } = await call('POST /api/admin/articles/blocks', { body: { bodyHtml: html } })
        if (!overtaken) setLive({ blocks, problem: null })
      } catch (error) {
        if (!overtaken) setLive((before) => ({ ...before, problem: wordsFor(error) }))
      }
    }
    const timer = setTimeout(() => void ask(), QUIET_MS)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [html, wanted])
  return live
}
