import type { StaffArticleSummary } from '../../../shared/contract'
import type { ArticleStatus } from '../../../shared/contract/staffContent'
import type { ReviewState } from '../../../shared/domain/review'
import { decodeTimeCursor, encodeTimeCursor } from './cursor'
import { channelIdsFor } from './list'
import type { StaffArticleDeps } from './saveArticle'
import { presentStaffSummary } from './staffPresenter'

export interface StaffListCommand {
  status?: ArticleStatus
  review?: ReviewState
  channel?: string
  q?: string
  cursor?: string
  limit: number
}

/** Articles in any status, last saved first. */
export async function listForStaff(
  { articles, channels, views }: StaffArticleDeps,
  { status, review, channel, q, cursor, limit }: StaffListCommand,
): Promise<{ items: StaffArticleSummary[]; nextCursor: string | null }> {
  const found = await articles.list({
    status,
    review,
    channelIds: channel === undefined ? undefined : channelIdsFor(await channels.tree(), channel),
    words: q === '' ? undefined : q,
    after: cursor === undefined ? null : decodeTimeCursor(cursor),
    limit: limit + 1,
  })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const isMore = found.length > items.length && last !== undefined
  return {
    items: items.map((article) => presentStaffSummary(article, views.shown(article.id, article.views))),
    nextCursor: isMore ? encodeTimeCursor({ at: last.updatedAt, id: last.id }) : null,
  }
}
