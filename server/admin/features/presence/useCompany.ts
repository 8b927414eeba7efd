import { useEffect, useState } from 'react'
import type { ArticleCompany } from '../../../../shared/contract'
import { call } from '../../api/call'

const BEAT_MS = 20_000

/** Tells the server that this article is open here, and says who else has it open. Null: not saved yet, nobody can. */
export function useCompany(articleId: string | null): ArticleCompany['others'] {
  const [company, setCompany] = useState<{ articleId: string; others: ArticleCompany['others'] } | null>(null)
  useEffect(() => {
    if (articleId === null) return
    let gone = false
    const params = { id: articleId }
    const beat = () =>
      void call('PUT /api/admin/articles/{id}/presence', { params })
        .then(({ others }) => gone || setCompany({ articleId, others }))
        // it only tells: without it a save is refused all the same when somebody was faster
        .catch(() => gone || setCompany(null))
    const leave = () =>
      void fetch(`/api/admin/articles/${articleId}/presence`, { method: 'DELETE', keepalive: true }).catch(() => null)
    // a page that comes out of the browser's memory is back at once
    const seen = () => document.visibilityState === 'visible' && beat()
    beat()
    const timer = setInterval(beat, BEAT_MS)
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pagehide', leave)
    return () => {
      gone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [articleId])
  return company !== null && company.articleId === articleId ? company.others : []
}
