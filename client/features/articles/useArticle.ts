import { useEffect, useState } from 'react'
import type { ArticleDetail } from '../../../shared/contract'
import { call } from '../../platform/api'
import { dropAnswer } from '../../platform/cache'
import { newIdentifier } from '../../platform/identifiers'
import { asProblem } from '../../platform/problem'
import { useResource, type Resource } from '../../loading/useResource'
import { renewFavourite } from '../favourites/favourites'
import { asArticle } from './answers'
import { markRead } from './readLog'

const nameOf = (id: string): string => `article:${id}`

const sameBody = (a: ArticleDetail, b: ArticleDetail): boolean =>
  JSON.stringify({ ...a, views: 0 }) === JSON.stringify({ ...b, views: 0 })

/**
 * One article, and its views with this opening counted. What the member keeps and has read on this phone follows:
 * the title as it reads now, or that the article was withdrawn.
 */
export function useArticle(id: string): Resource<ArticleDetail> & { views: number | null } {
  const resource = useResource<ArticleDetail>({
    name: nameOf(id),
    read: async () => asArticle(await call('GET /api/articles/{id}', { params: { id } })),
    same: sameBody,
  })
  const { load, refresh } = resource
  const [opening] = useState(() => newIdentifier())
  const [views, setViews] = useState<number | null>(null)
  const readable = load.state === 'ready' && load.stale === null
  const article = load.state === 'ready' ? load.data : null
  const gone = load.state === 'error' && load.problem.kind === 'missing'

  useEffect(() => {
    if (article) {
      markRead(article)
      renewFavourite(id, article)
    }
    if (gone) {
      renewFavourite(id, null)
      dropAnswer(nameOf(id))
    }
  }, [id, article, gone])

  useEffect(() => {
    if (!readable) return
    // The same `opening` again counts once, so a reading after a retry may ask again. Failing costs one view.
    call('POST /api/articles/{id}/views', { params: { id }, body: { opening } }).then(
      (answer) => setViews(answer.views),
      (thrown: unknown) => {
        // Withdrawn between the reading and the count: what is shown has to go.
        if (asProblem(thrown).kind === 'missing') void refresh()
      },
    )
  }, [id, opening, readable, refresh])

  return { ...resource, views }
}
