import { EntitySchema } from 'typeorm'
import { flag, instant, integer, key, longText, optionalText, text } from './columns'

export interface ArticleRevisionRow {
  id: string
  articleId: string
  version: number
  savedAt: number
  savedBy: string
  channelId: string
  title: string
  summary: string
  publisher: string
  bodyHtml: string
  coverId: string | null
  pinned: boolean
  /** JSON of the event; '' when there is none. */
  event: string
}

export const ArticleRevisionEntity = new EntitySchema<ArticleRevisionRow>({
  name: 'article_revision',
  tableName: 'article_revision',
  columns: {
    id: key('id'),
    articleId: text('article_id'),
    version: integer('version'),
    savedAt: instant('saved_at'),
    savedBy: text('saved_by'),
    channelId: text('channel_id'),
    title: text('title'),
    summary: text('summary'),
    publisher: text('publisher'),
    bodyHtml: longText('body_html'),
    coverId: optionalText('cover_id'),
    pinned: flag('pinned'),
    event: longText('event'),
  },
})

export interface ArticlePresenceRow {
  articleId: string
  staffId: string
  beganAt: number
  expiresAt: number
}

export const ArticlePresenceEntity = new EntitySchema<ArticlePresenceRow>({
  name: 'article_presence',
  tableName: 'article_presence',
  columns: {
    articleId: key('article_id'),
    staffId: key('staff_id'),
    beganAt: instant('began_at'),
    expiresAt: instant('expires_at'),
  },
})
