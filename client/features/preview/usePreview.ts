import { useCallback, useEffect, useState } from 'react'
import type { ArticleDetail } from '../../../shared/contract'
import { call } from '../../platform/api'
import { previewToken, watchFrame } from '../../platform/preview'
import { asProblem, type Problem } from '../../platform/problem'
import { showSettings } from '../../platform/settings'

export interface ShownPreview {
  article: ArticleDetail
  isPublished: boolean
  /** When the link ends; null in the frame of who writes. */
  until: number | null
}

/** What the link in the address opens, or what the page around this frame sends again and again. */
export function usePreview(): { shown: ShownPreview | null; problem: Problem | null; retry: () => void } {
  const [shown, setShown] = useState<ShownPreview | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const token = previewToken()

  useEffect(() => {
    if (token === '') {
      return watchFrame(({ article, theme, textSize }) => {
        showSettings({ theme, textSize })
        setShown({ article, isPublished: false, until: null })
      })
    }
    let gone = false
    call('POST /api/previews/read', { body: { token } }).then(
      ({ article, isPublished, expiresAt }) => {
        if (!gone) setShown({ article, isPublished, until: Date.parse(expiresAt) })
      },
      (thrown: unknown) => {
        if (!gone) setProblem(asProblem(thrown))
      },
    )
    return () => void (gone = true)
  }, [token, tries])

  const retry = useCallback(() => {
    setProblem(null)
    setTries((count) => count + 1)
  }, [])
  return { shown, problem, retry }
}
