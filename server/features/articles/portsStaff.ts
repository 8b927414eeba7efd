import type { ChannelRef } from '../../../shared/contract'
import type { ArticleStatus } from '../../../shared/contract/staffContent'
import type { NoticeKind, NoticeStatus } from '../../../shared/domain/notice'
import type { NoticeRules } from '../../../shared/domain/noticeRules'
import type { ReviewKind, ReviewState, Written } from '../../../shared/domain/review'
import type { AuditEntry } from '../../kernel/audit'
import type { PictureSize } from './body/blocks'
import type { StoredEvent, StoredPicture } from './ports'

export interface StaffSummary {
  id: string
  channel: ChannelRef
  title: string
  status: ArticleStatus
  pinned: boolean
  views: number
  publishedAt: number | null
  updatedAt: number
  /** Null: sample content, saved by nobody. */
  updatedBy: string | null
  eventStartsAt: number | null
  /** When it is to be published by itself; null when that is not set, or done. */
  scheduledAt: number | null
  /** When it is to be withdrawn by itself; null when that is not set, or done. */
  withdrawAt: number | null
  /** Id of the staff member who made it; '' for sample content. */
  createdBy: string
  version: number
  review: ReviewState
}

/** What was said and decided about an article before it was public. */
export interface StoredReviewEntry {
  id: string
  kind: ReviewKind
  version: number
  /** Null: the program itself. */
  by: string | null
  at: number
  text: string
}

export interface StaffArticleFound extends StaffSummary {
  /** When it was put into the bin; null: it is not there. */
  binnedAt: number | null
  written: Written
  /** Who let it be published as it stands. */
  approved: { by: string | null; at: number } | null
  /** Oldest first. */
  trail: StoredReviewEntry[]
  summary: string
  publisher: string
  bodyHtml: string
  cover: StoredPicture | null
  event: StoredEvent | null
  /** Id of the staff member who set `withdrawAt`. */
  withdrawBy: string | null
  /** What goes with a publication that is set for later. */
  scheduled: ScheduledPublication | null
  notices: { id: string; kind: NoticeKind; status: NoticeStatus; createdAt: number }[]
}

/** The notice that staff want to go with a publication. */
export interface WantedNotice {
  values: Record<string, string>
  /** Also in quiet hours. */
  atNight: boolean
}

/** A publication that is set for later. */
export interface ScheduledPublication {
  /** Null: tell nobody. */
  notice: WantedNotice | null
  /** Id of the staff member who set it. */
  by: string
}

/** What a save writes: checked, sanitised, with its blocks derived. */
export interface ArticleContent {
  channelId: string
  title: string
  summary: string
  publisher: string
  bodyHtml: string
  /** JSON of `Block[]` */
  blocks: string
  coverId: string | null
  pinned: boolean
  event: StoredEvent | null
}

export interface StaffListQuery {
  status?: ArticleStatus
  /** What is published is in none of these. */
  review?: ReviewState
  channelIds?: string[]
  /** Words that the title or the summary holds. */
  words?: string
  after: { at: number; id: string } | null
  limit: number
}

/** A notice that is decided together with publishing. */
export interface NewNotice {
  id: string
  /** One notice may exist with it: who comes second is told so. */
  dedupeKey: string
  templateId: string
  values: Record<string, string>
  page: string
  /** Whether it may go out in quiet hours. */
  atNight: boolean
}

/** A reminder of an event that goes out by itself, as its event stands now. */
export interface PlannedReminder {
  id: string
  /** Minutes before the start; one reminder an event exists for each. */
  minutes: number
  at: number
  templateId: string
  values: Record<string, string>
  page: string
}

/**
 * What a change does to notices that are still to come. `off`: the event will not be, so that whatever reminds of it is
 * cancelled too. Planned reminders replace those that wait, and only where the event has been announced or a member has
 * chosen to be reminded of it.
 */
export interface NoticePlan {
  reminders: PlannedReminder[]
  off: boolean
}

/** Which save of which article a change is based on, and how the change is told. */
export interface Change {
  id: string
  version: number
  audit: AuditEntry & { staffId: string }
}

/** How the article was in review when it was judged fit; another state by now means that somebody was faster. */
interface Judged {
  review: ReviewState
  /** Whether this act approves it as it stands. */
  approves: boolean
}

export interface Publication extends Change, Judged {
  summary: string
  /** When it is withdrawn by itself; null: not at all. */
  withdrawAt: number | null
  notice: NewNotice | null
  plan: NoticePlan
}

export interface Schedule extends Change, Judged {
  at: number
  summary: string
  withdrawAt: number | null
  publication: ScheduledPublication
}

/** Articles in any status. Each writing method is one transaction with its audit entry. */
export interface StaffArticles {
  list(query: StaffListQuery): Promise<StaffSummary[]>
  find(id: string): Promise<StaffArticleFound | null>
  /** Those of the named files that are kept here. */
  pictures(files: string[]): Promise<PictureSize[]>
  hasPicture(id: string): Promise<boolean>
  /** False when an article was made with this key before; nothing is written then. */
  create(id: string, content: ArticleContent, audit: AuditEntry & { staffId: string }, key?: string): Promise<boolean>
  /** The article that this staff member made with a key. */
  madeWith(key: string, staffId: string): Promise<string | null>
  /** False when the version is not the newest any more; nothing is written then. */
  save(change: Change, content: ArticleContent, plan: NoticePlan): Promise<boolean>
  /** All of it or nothing. `changed`: another version, or published meanwhile. */
  publish(publication: Publication): Promise<'published' | 'changed' | 'notice_exists'>
  withdraw(change: Change): Promise<boolean>
  /** Sets or replaces the time. `notice_exists`: it wants to tell, and the article has been announced before. */
  schedule(schedule: Schedule): Promise<'scheduled' | 'changed' | 'notice_exists'>
  /**
   * False when the version is not the newest any more or no time is set. `held`: why it was not done at its time, which its
   * trail tells.
   */
  unschedule(change: Change, held?: string): Promise<boolean>
  /** Ids of articles whose time has come, the earliest first. */
  due(now: number, limit: number): Promise<string[]>
  /** The next time that is set, or null. */
  nextDue(): Promise<number | null>
}

export interface ReminderPlans {
  /** Whether the article has been announced or has reminders; what is to come follows every save then. */
  isPlanned(articleId: string): Promise<boolean>
  /** Adds the reminders that are missing. Done by two at once, each reminder exists once. */
  plan(articleId: string, plan: NoticePlan, now: number): Promise<void>
}

/** The rules that staff have set for all notices. */
export interface NoticeRulesStore {
  read(): Promise<NoticeRules>
}

/** Tells whoever sends that there is something to send. */
export interface NoticeWakeup {
  notify(): void
}
