import { memo } from 'react'
import type { ArticleSummary } from '../../../shared/contract'
import { EventCard } from '../events/EventCard'
import { ArticleCard } from './ArticleCard'
import { openArticle } from './openArticle'
import { useIsRead } from './readLog'

interface ArticleRowProps {
  article: ArticleSummary
  /** Milliseconds since the epoch. */
  now: number
  withChannel?: boolean
}

/** An article in the shape that suits it: events lead with their day. Rows above stay as they are when a list grows. */
export const ArticleRow = memo(function ArticleRow({ article, now, withChannel }: ArticleRowProps) {
  const read = useIsRead(article.id)
  return article.event ? (
    <EventCard article={article} event={article.event} now={now} read={read} onTap={() => openArticle(article)} />
  ) : (
    <ArticleCard article={article} now={now} read={read} withChannel={withChannel} />
  )
})
