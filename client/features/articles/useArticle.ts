import { useEffect, useState } from 'react'
import type { ArticleDetail } from '../../../shared/contract'
import { call } from '../../platform/api'
import { newIdentifier } from '../../platform/identifiers'
import { useResource, type Resource } from '../../loading/useResource'

const sameBody = (a: ArticleDetail, b: ArticleDetail): boolean =>
  JSON.stringify({ ...a, views: 0 }) === JSON.stringify({ ...b, views: 0 })

/** One article, and its views with this opening counted. */
export function useArticle(id: string): Resource<ArticleDetail> & { views: number | null } {
  const resource = useResource<ArticleDetail>({
    name: `article:${id}`,
    read: () => call('GET /api/articles/{id}', { params: { id } }),
    same: sameBody,
  })
  const [opening] = useState(() => newIdentifier())
  const [views, setViews] = useState<number | null>(null)
  const readable = resource.load.state === 'ready' && resource.load.stale === null

  useEffect(() => {
    if (!readable) return
    // The same `opening` again counts once, so a reading after a retry may ask again. Failing costs one view.
    call('POST /api/articles/{id}/views', { params: { id }, body: { opening } }).then(
      (answer) => setViews(answer.views),
      () => undefined,
    )
  }, [id, opening, readable])

  return { ...resource, views }
}
