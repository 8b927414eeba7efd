import type { Media, StaffArticle, StaffArticleSummary } from '../../../shared/contract'
import { sanitiseBody } from './body/sanitise'
import type { StoredPicture } from './ports'
import { isCheckedByAnother } from '../../../shared/domain/review'
import type { StaffArticleFound, StaffSummary } from './portsStaff'
import { iso, isoOrNull, presentEvent, presentPicture } from './presenter'

export const NOBODY = '示例内容'

export const presentCover = (picture: StoredPicture): Media => ({
  id: picture.id,
  ...presentPicture(picture),
  createdAt: iso(picture.createdAt),
  ...(picture.cut === null ? {} : { cut: picture.cut }),
})

export const presentStaffSummary = (article: StaffSummary, views: number): StaffArticleSummary => ({
  id: article.id,
  channel: article.channel,
  title: article.title,
  status: article.status,
  pinned: article.pinned,
  views,
  publishedAt: isoOrNull(article.publishedAt),
  updatedAt: iso(article.updatedAt),
  updatedBy: article.updatedBy ?? NOBODY,
  eventStartsAt: isoOrNull(article.eventStartsAt),
  scheduledAt: isoOrNull(article.scheduledAt),
  withdrawAt: isoOrNull(article.withdrawAt),
  version: article.version,
  createdBy: article.createdBy || null,
  review: article.review,
})

export const presentStaffArticle = (article: StaffArticleFound, views: number): StaffArticle => ({
  ...presentStaffSummary(article, views),
  summary: article.summary,
  publisher: article.publisher,
  // once more: a rule that became stricter holds for what was written before
  bodyHtml: sanitiseBody(article.bodyHtml),
  cover: article.cover && presentCover(article.cover),
  event: article.event && presentEvent(article.event),
  scheduled:
    article.scheduledAt === null || article.scheduled === null
      ? null
      : { at: iso(article.scheduledAt), notice: article.scheduled.notice },
  reviewed: {
    writtenBy: article.written.writtenBy,
    approved: article.approved && { by: article.approved.by ?? NOBODY, at: iso(article.approved.at) },
    byAnother: isCheckedByAnother(article.written),
    trail: article.trail.map((entry) => ({ ...entry, at: iso(entry.at) })),
  },
  notices: article.notices.map((notice) => ({ ...notice, createdAt: iso(notice.createdAt) })),
})
