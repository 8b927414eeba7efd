import type { NoticeDetail, NoticeSummary } from '../../../shared/contract'
import { emptyCounts, type DeliveryCounts } from '../../../shared/domain/notice'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import type { ReasonCount, StoredNotice } from './ports'

const iso = (instant: number): string => new Date(instant).toISOString()
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

/** Shown when the account or the article that a notice names is gone. */
const GONE = '（已删除）'

export const presentNotice = (notice: StoredNotice, counts: DeliveryCounts = emptyCounts()): NoticeSummary => ({
  id: notice.id,
  kind: notice.kind,
  status: notice.status,
  article: { id: notice.articleId, title: notice.articleTitle ?? GONE },
  haltReason: notice.haltReason,
  counts,
  createdAt: iso(notice.createdAt),
  createdBy: notice.createdBy ?? GONE,
  startedAt: isoOrNull(notice.startedAt),
  finishedAt: isoOrNull(notice.finishedAt),
})

export const presentNoticeDetail = (
  notice: StoredNotice,
  counts: DeliveryCounts | undefined,
  reasons: ReasonCount[],
  template: NoticeTemplate | null,
): NoticeDetail => ({ ...presentNotice(notice, counts), template, values: notice.values, reasons })
