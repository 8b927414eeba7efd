import type { ArticleSummary } from '../../../shared/contract'
import { EventCard } from '../events/EventCard'
import { ArticleCard } from './ArticleCard'
import { openArticle } from './openArticle'

/** An article in the shape that suits it: events lead with their day. */
export function ArticleRow({ article, now }: { article: ArticleSummary; now: number }) {
  return article.event ? (
    <EventCard article={article} event={article.event} now={now} onTap={() => openArticle(article)} />
  ) : (
    <ArticleCard article={article} now={now} />
  )
}
