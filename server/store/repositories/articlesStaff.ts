import { In } from 'typeorm'
import type { StaffArticleFound, StaffArticles, StaffListQuery, StaffSummary } from '../../features/articles/portsStaff'
import type { Database } from '../database'
import { MediaEntity, NoticeEntity } from '../entities'
import { COVER_COLUMNS, coverOf, EVENT_COLUMNS, eventOf, type CoverColumns, type EventColumns } from './articleColumns'
import { trailOf } from './articleApproval'
import { createArticleWrites, scheduledOf } from './articlesWrite'
import { deskPage, LAST_SAVED } from './deskPage'

interface SummaryRow {
  id: string
  channel_id: string
  channel_slug: string
  channel_name: string
  title: string
  status: StaffSummary['status']
  pinned: number | boolean
  views: number | string
  published_at: number | string | null
  updated_at: number | string
  updated_by_name: string | null
  starts_at: number | string | null
  scheduled_at: number | string | null
  withdraw_at: number | string | null
  created_by: string
  version: number
  review_state: StaffSummary['review']
}

interface FullRow extends SummaryRow, CoverColumns, Omit<EventColumns, 'starts_at'> {
  written_by: string | null
  approved_by: string | null
  approved_by_name: string | null
  approved_at: number | string | null
  binned_at: number | string | null
  summary: string
  publisher: string
  body_html: string
  scheduled_notice: string | null
  withdraw_by: string | null
}

const SUMMARY = `a.id, a.channel_id, a.title, a.status, a.pinned, a.views, a.published_at, a.updated_at,
  a.scheduled_at, a.withdraw_at, a.created_by, a.version, a.review_state, c.slug AS channel_slug, c.name AS channel_name, s.name AS updated_by_name`
const JOINED = `JOIN channel c ON c.id = a.channel_id
  LEFT JOIN staff s ON s.id = a.updated_by
  LEFT JOIN event e ON e.article_id = a.id`
const FROM = `FROM article a ${JOINED}`

const numberOrNull = (value: number | string | null): number | null => (value === null ? null : Number(value))

const summaryOf = (row: SummaryRow): StaffSummary => ({
  id: row.id,
  channel: { id: row.channel_id, slug: row.channel_slug, name: row.channel_name },
  title: row.title,
  status: row.status,
  pinned: Number(row.pinned) === 1,
  views: Number(row.views),
  publishedAt: numberOrNull(row.published_at),
  updatedAt: Number(row.updated_at),
  updatedBy: row.updated_by_name,
  eventStartsAt: numberOrNull(row.starts_at),
  scheduledAt: numberOrNull(row.scheduled_at),
  withdrawAt: numberOrNull(row.withdraw_at),
  createdBy: row.created_by,
  version: Number(row.version),
  review: row.review_state,
})

const approvalOf = (row: FullRow): Pick<StaffArticleFound, 'written' | 'approved'> => ({
  written: {
    state: row.review_state,
    writtenBy: (row.written_by ?? row.created_by) || null,
    approvedBy: row.approved_by,
  },
  approved: row.approved_at === null ? null : { by: row.approved_by_name, at: Number(row.approved_at) },
})

/** `%` and `_` that somebody searches for are letters like any other. */
const likePattern = (words: string): string => `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`

type Condition = [sql: string, values: unknown[]]

/** Said so that no database looks for all that are not in the bin, which are nearly all, by the index of those that are. */
const NOT_BINNED: Condition = ['COALESCE(a.binned_at, 0) = 0', []]

function conditionsOf({ status, review, channelIds, words, after }: StaffListQuery): Condition[] {
  const conditions: Condition[] = [NOT_BINNED]
  if (status !== undefined) conditions.push(['a.status = ?', [status]])
  if (review !== undefined) conditions.push([`a.review_state = ? AND a.status <> 'published'`, [review]])
  if (channelIds !== undefined) {
    conditions.push([`a.channel_id IN (${['NULL', ...channelIds.map(() => '?')].join(', ')})`, channelIds])
  }
  if (words !== undefined) {
    const pattern = likePattern(words)
    conditions.push([`(LOWER(a.title) LIKE ? ESCAPE '!' OR LOWER(a.summary) LIKE ? ESCAPE '!')`, [pattern, pattern]])
  }
  if (after !== null) {
    conditions.push(['a.updated_at <= ? AND (a.updated_at < ? OR a.id < ?)', [after.at, after.at, after.id]])
  }
  return conditions
}

export function createStaffArticles(database: Database): StaffArticles {
  return {
    async list(query) {
      const conditions = conditionsOf(query)
      const page = deskPage(database, conditions.map(([sql]) => sql).join(' AND '))
      const rows = await database.read.query<SummaryRow[]>(
        `SELECT ${SUMMARY}, e.starts_at FROM (${page}) AS p CROSS JOIN article a ON a.id = p.id ${JOINED} ${LAST_SAVED}`,
        [...conditions.flatMap(([, values]) => values), query.limit],
      )
      return rows.map(summaryOf)
    },

    async find(id): Promise<StaffArticleFound | null> {
      const [row] = await database.read.query<FullRow[]>(
        `SELECT ${SUMMARY}, a.written_by, a.approved_by, a.approved_at, a.binned_at, p.name AS approved_by_name, a.summary, a.publisher, a.body_html, a.scheduled_notice, a.withdraw_by,
           ${COVER_COLUMNS}, ${EVENT_COLUMNS}
         ${FROM} LEFT JOIN media m ON m.id = a.cover_id LEFT JOIN staff p ON p.id = a.approved_by
         WHERE a.id = ?`,
        [id],
      )
      if (row === undefined) return null
      const notices = await database.read.find(NoticeEntity, {
        where: { articleId: id },
        select: { id: true, kind: true, status: true, createdAt: true },
        order: { id: 'DESC' },
      })
      return {
        ...summaryOf(row),
        ...approvalOf(row),
        binnedAt: numberOrNull(row.binned_at),
        trail: await trailOf(database, id),
        summary: row.summary,
        publisher: row.publisher,
        bodyHtml: row.body_html,
        cover: coverOf(row),
        event: eventOf(row),
        withdrawBy: row.withdraw_by,
        scheduled: scheduledOf(row.scheduled_notice),
        notices: notices.map(({ id: noticeId, kind, status, createdAt }) => ({
          id: noticeId,
          kind,
          status,
          createdAt,
        })),
      }
    },

    pictures: (files) =>
      files.length === 0
        ? Promise.resolve([])
        : database.read.find(MediaEntity, {
            where: { file: In(files) },
            select: { file: true, width: true, height: true },
          }),

    async due(now, limit) {
      const rows = await database.read.query<{ id: string }[]>(
        'SELECT id FROM article WHERE scheduled_at <= ? ORDER BY scheduled_at, id LIMIT ?',
        [now, limit],
      )
      return rows.map(({ id }) => id)
    },

    async nextDue() {
      const [row] = await database.read.query<{ due: number | string | null }[]>(
        'SELECT MIN(scheduled_at) AS due FROM article',
      )
      return numberOrNull(row?.due ?? null)
    },

    hasPicture: (id) => database.read.existsBy(MediaEntity, { id }),

    ...createArticleWrites(database),
  }
}
