import { EntitySchema } from 'typeorm'
import type { EventDecision } from '../../../shared/domain/event'
import type { ReviewState } from '../../../shared/domain/review'
import {
  flag,
  instant,
  integer,
  key,
  longText,
  lookedAt,
  optionalDouble,
  optionalInstant,
  optionalText,
  text,
} from './columns'

export interface ChannelRow {
  id: string
  parentId: string | null
  slug: string
  name: string
  kind: 'group' | 'articles' | 'events'
  position: number
  /** Not in the tree: staff hid it, or the association's file dropped it and its articles stay for who has a link. */
  hidden: boolean
  /** Staff hid it: its articles cannot be opened either. */
  withheld: boolean
}

export const ChannelEntity = new EntitySchema<ChannelRow>({
  name: 'channel',
  tableName: 'channel',
  columns: {
    id: key('id'),
    parentId: optionalText('parent_id'),
    slug: text('slug'),
    name: text('name'),
    kind: text('kind'),
    position: integer('position'),
    hidden: flag('hidden'),
    withheld: { ...flag('withheld'), default: 0 },
  },
})

export interface ArticleRow {
  id: string
  channelId: string
  title: string
  summary: string
  publisher: string
  bodyHtml: string
  /** JSON of `Block[]`, derived from `bodyHtml` when it is written. */
  blocks: string
  coverId: string | null
  status: 'draft' | 'published' | 'withdrawn'
  pinned: boolean
  publishedAt: number | null
  views: number
  version: number
  createdAt: number
  createdBy: string
  updatedAt: number
  updatedBy: string
  /** When it is to be published; null when nothing is planned. */
  scheduledAt: number | null
  /** JSON of the notice that goes with it; null: tell nobody. */
  scheduledNotice: string | null
  /** When it is withdrawn by itself, and who set that; only of what is public or is going to be by itself. */
  withdrawAt?: number | null
  withdrawBy?: string | null
  /** Its place among the pinned ones of its channel, from 1 on; 0: above those that have one, the newest first. */
  pinPlace?: number
  /** Given by the browser with the first save; null for what had none. */
  saveKey?: string | null
  reviewState?: ReviewState
  /** Who let it be published as it stands, and when. */
  approvedBy?: string | null
  approvedAt?: number | null
  /** Who last changed what members read; null: as `createdBy`. */
  writtenBy?: string | null
  /** When it was put into the bin; null: it is not there. */
  binnedAt?: number | null
  binnedBy?: string | null
}

export const ArticleEntity = new EntitySchema<ArticleRow>({
  name: 'article',
  tableName: 'article',
  columns: {
    id: key('id'),
    channelId: text('channel_id'),
    title: text('title'),
    summary: text('summary'),
    publisher: text('publisher'),
    bodyHtml: longText('body_html'),
    blocks: longText('blocks'),
    coverId: optionalText('cover_id'),
    status: text('status'),
    pinned: flag('pinned'),
    publishedAt: optionalInstant('published_at'),
    views: integer('views'),
    version: integer('version'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
    updatedAt: instant('updated_at'),
    updatedBy: text('updated_by'),
    scheduledAt: optionalInstant('scheduled_at'),
    scheduledNotice: { ...longText('scheduled_notice'), nullable: true },
    withdrawAt: optionalInstant('withdraw_at'),
    withdrawBy: optionalText('withdraw_by'),
    pinPlace: { ...integer('pin_place'), default: 0 },
    saveKey: optionalText('save_key'),
    reviewState: text('review_state', { default: 'none' }),
    approvedBy: optionalText('approved_by'),
    approvedAt: optionalInstant('approved_at'),
    writtenBy: optionalText('written_by'),
    binnedAt: optionalInstant('binned_at'),
    binnedBy: optionalText('binned_by'),
  },
})

export interface EventRow {
  articleId: string
  startsAt: number
  endsAt: number
  venue: string
  address: string | null
  latitude: number | null
  longitude: number | null
  signupDeadline: number | null
  decision: EventDecision
  /** When it was last moved, in time or place, while members could see it. */
  changedAt: number | null
  /** How many can come, in staff's words. */
  capacityNote?: string | null
}

export const EventEntity = new EntitySchema<EventRow>({
  name: 'event',
  tableName: 'event',
  columns: {
    articleId: key('article_id'),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    venue: text('venue'),
    address: optionalText('address'),
    latitude: optionalDouble('latitude'),
    longitude: optionalDouble('longitude'),
    signupDeadline: optionalInstant('signup_deadline'),
    decision: text('decision'),
    changedAt: optionalInstant('changed_at'),
    capacityNote: optionalText('capacity_note'),
  },
})

export interface MediaRow {
  id: string
  file: string
  mime: string
  width: number
  height: number
  bytes: number
  alt: string
  createdAt: number
  createdBy: string
  /** The uploaded file's name; '' when none was kept. */
  name: string
  /** Whether its variants lie beside it. */
  hasVariants: boolean
  /** The picture that it was cut out of; null: it is nobody's cut. */
  cutOf?: string | null
  /** JSON of `PictureCut`. */
  cut?: string | null
  checkedAt?: number
}

export const MediaEntity = new EntitySchema<MediaRow>({
  name: 'media',
  tableName: 'media',
  columns: {
    id: key('id'),
    file: text('file'),
    mime: text('mime'),
    width: integer('width'),
    height: integer('height'),
    bytes: integer('bytes'),
    alt: text('alt'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
    name: text('name'),
    hasVariants: flag('has_variants'),
    cutOf: optionalText('cut_of'),
    cut: optionalText('cut'),
    checkedAt: lookedAt,
  },
})
