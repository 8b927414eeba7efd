import type { NoticeDetail, NoticeSummary } from '../../../shared/contract'
import { emptyCounts, type DeliveryCounts } from '../../../shared/domain/notice'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import type { ReasonCount, StoredNotice } from './ports'

export const iso = (instant: number): string => new Date(instant).toISOString()
export const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

/** Shown when the account or the article that a notice names is gone. */
const GONE = '（已删除）'

export const presentNotice = (notice: StoredNotice, counts: DeliveryCounts = emptyCounts()): NoticeSummary => ({
  id: notice.id,
  kind: notice.kind,
  status: notice.status,
  article: { id: notice.articleId, title: notice.articleTitle ?? GONE },
  scheduledAt: isoOrNull(notice.scheduledAt),
  pauseReason: notice.status === 'paused' ? notice.pauseReason : null,
  followsUp: notice.followsUp,
  atNight: notice.atNight,
  haltReason: notice.haltReason,
  counts,
  createdAt: iso(notice.createdAt),
  createdBy: notice.createdBy ?? GONE,
  startedAt: isoOrNull(notice.startedAt),
  finishedAt: isoOrNull(notice.finishedAt),
})

export interface DetailParts {
  counts: DeliveryCounts | undefined
  reasons: ReasonCount[]
  template: NoticeTemplate | null
  canStillGet: number
  quietUntil: number | null
}

export const presentNoticeDetail = (notice: StoredNotice, parts: DetailParts): NoticeDetail => ({
  ...presentNotice(notice, parts.counts),
  template: parts.template,
  values: notice.values,
  canStillGet: parts.canStillGet,
  quietUntil: isoOrNull(parts.quietUntil),
  reasons: parts.reasons,
})
