import { useEffect, useState } from 'react'
import type { ArticleDetail, ArticleSummary } from '../../../shared/contract'
import type { Load } from '../../loading/load'
import { pictureAddress } from '../../platform/address'
import { namePage } from '../../platform/pageTitle'
import { articlePath } from '../../routes'
import { handedOver } from './handover'
import { useArticle } from './useArticle'
import { useShareCards } from './useShareCards'

/** An address names the article as `id`; a mini-program code hands it over as `scene`, in percent signs. */
export function articleIdOf({ id, scene }: { id?: string; scene?: string }): string {
  if (id) return id
  try {
    return decodeURIComponent(scene ?? '')
  } catch {
    return ''
  }
}

export interface ArticleView {
  load: Load<ArticleDetail>
  refresh: () => Promise<void>
  refreshAfter: (age: number) => void
  /** What is known of it: the whole, or what the list has handed over. */
  article: ArticleSummary | ArticleDetail | null
  views: number
  /** The title that was on screen before the article was withdrawn. */
  lastTitle: string | null
  friendCard: { title: string; path: string; imageUrl?: string }
  timelineCard: { title: string; query: string; imageUrl?: string }
}

const withPicture = (file: string | null, article: ArticleSummary | null): { imageUrl?: string } => {
  if (file) return { imageUrl: file }
  return article?.cover ? { imageUrl: pictureAddress(article.cover.url) } : {}
}

/** Everything that the article's page knows of its article. */
export function useArticlePage(id: string): ArticleView {
  const { load, refresh, refreshAfter, views } = useArticle(id)
  const [summary] = useState(() => handedOver(id))
  const whole = load.state === 'ready' ? load.data : null
  const article = whole ?? (load.state === 'loading' ? summary : null)
  const cards = useShareCards(whole)
  const [lastTitle, setLastTitle] = useState<string | null>(null)
  if (article && article.title !== lastTitle) setLastTitle(article.title)
  const title = article?.title ?? ORGANISATION.name

  useEffect(() => {
    if (article) namePage(title)
  }, [article, title])

  return {
    load,
    refresh,
    refreshAfter,
    article,
    views: views ?? article?.views ?? 0,
    lastTitle,
    friendCard: { title, path: articlePath(id), ...withPicture(cards.friend, article) },
    timelineCard: { title, query: `id=${encodeURIComponent(id)}`, ...withPicture(cards.timeline, article) },
  }
}
