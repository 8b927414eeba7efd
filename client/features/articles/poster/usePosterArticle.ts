import { useCallback, useEffect, useState } from 'react'
import type { ArticleSummary } from '../../../../shared/contract'
import { failed, type Load } from '../../../loading/load'
import { call } from '../../../platform/api'
import { asProblem } from '../../../platform/problem'
import { asArticle } from '../answers'

/** The article that a poster is made of: as it was handed over, else as the server tells it. */
export function usePosterArticle(id: string, known: ArticleSummary | null) {
  const [load, setLoad] = useState<Load<ArticleSummary>>(
    known ? { state: 'ready', data: known, stale: null } : { state: 'loading' },
  )
  const refresh = useCallback(async () => {
    setLoad({ state: 'loading' })
    try {
      const article = asArticle(await call('GET /api/articles/{id}', { params: { id } }))
      setLoad({ state: 'ready', data: article, stale: null })
    } catch (thrown) {
      setLoad((before) => failed(before, asProblem(thrown)))
    }
  }, [id])

  useEffect(() => {
    if (!known) void refresh()
  }, [known, refresh])

  return { load, refresh }
}
