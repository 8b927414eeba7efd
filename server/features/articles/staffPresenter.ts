import type { Media, StaffArticle, StaffArticleSummary } from '../../../shared/contract'
import { sanitiseBody } from './body/sanitise'
import type { StoredPicture } from './ports'
import type { StaffArticleFound, StaffSummary } from './portsStaff'
import { iso, isoOrNull, presentEvent, presentPicture } from './presenter'

export const NOBODY = '示例内容'

export const presentCover = (picture: StoredPicture): Media => ({
  id: picture.id,
  ...presentPicture(picture),
  createdAt: iso(picture.createdAt),
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
})

export const presentStaffArticle = (article: StaffArticleFound, views: number): StaffArticle => ({
  ...presentStaffSummary(article, views),
  version: article.version,
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
  notices: article.notices.map((notice) => ({ ...notice, createdAt: iso(notice.createdAt) })),
})
