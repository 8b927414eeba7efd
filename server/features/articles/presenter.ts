import type { ArticleDetail, ArticleSummary, Event, Picture } from '../../../shared/contract'
import { focusWithin } from '../../../shared/domain/pictureCut'
import { variantFile } from '../../../shared/domain/pictureVariants'
import type { PublishedArticle, PublishedEvent, PublishedSummary, StoredEvent, StoredPicture } from './ports'

export const iso = (instant: number): string => new Date(instant).toISOString()
export const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

export const presentPicture = ({ file, width, height, alt, hasVariants, cut }: StoredPicture): Picture => ({
  url: `/uploads/${file}`,
  width,
  height,
  alt,
  ...(hasVariants ? { small: `/uploads/${variantFile(file, 'small')}` } : {}),
  ...(cut === null ? {} : { card: `/uploads/${variantFile(file, 'card')}`, focus: focusWithin(cut) }),
})

/** As staff write it. */
export const presentEvent = ({ capacityNote, ...event }: StoredEvent): Omit<Event, 'changedAt'> => ({
  ...event,
  ...(capacityNote ? { capacityNote } : {}),
  startsAt: iso(event.startsAt),
  endsAt: iso(event.endsAt),
  signupDeadline: isoOrNull(event.signupDeadline),
})

export const presentPublishedEvent = ({ changedAt, ...event }: PublishedEvent): Event => ({
  ...presentEvent(event),
  changedAt: isoOrNull(changedAt),
})

/** `views` is handed in: the stored count lacks what has not been written yet. */
export const presentSummary = (article: PublishedSummary, views: number): ArticleSummary => ({
  id: article.id,
  channel: article.channel,
  title: article.title,
  summary: article.summary,
  cover: article.cover && presentPicture(article.cover),
  publisher: article.publisher,
  publishedAt: iso(article.publishedAt),
  views,
  pinned: article.pinned,
  event: article.event && presentPublishedEvent(article.event),
})

export const presentDetail = (article: PublishedArticle, views: number): ArticleDetail => ({
  ...presentSummary(article, views),
  blocks: article.blocks,
  updatedAt: iso(article.updatedAt),
})
