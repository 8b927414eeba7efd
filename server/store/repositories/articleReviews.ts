import type { ArticleReviews, ReviewRulesStore, WaitingArticle } from '../../features/articles/portsReview'
import { readReviewRules, REVIEW_RULES_SETTING } from '../../../shared/domain/review'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { SettingEntity } from '../entities'
import { tellTrail } from './articleApproval'
import { recordAudit } from './audit'

interface WaitingRow {
  id: string
  title: string
  channel_id: string
  channel_slug: string
  channel_name: string
  at: number | string | null
  text: string | null
  name: string | null
  updated_at: number | string
}

/** In the bin nothing waits; what is public has been decided. */
const WAITING = `a.review_state = 'submitted' AND a.status <> 'published' AND a.binned_at IS NULL`

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

const waitingOf = (row: WaitingRow): WaitingArticle => ({
  id: row.id,
  title: row.title,
  channel: { id: row.channel_id, slug: row.channel_slug, name: row.channel_name },
  submittedAt: Number(row.at ?? row.updated_at),
  submittedBy: row.name,
  text: row.text ?? '',
})

export const createArticleReviews = (database: Database): ArticleReviews => ({
  step(change) {
    const { id, version, kind, text, from, to, audit } = change
    return database.write(async (manager) => {
      if (to !== null) {
        const approval = kind === 'approved' ? [audit.staffId, audit.at] : [null, null]
        const moved = await affectedRows(
          manager,
          `UPDATE article SET review_state = ?, approved_by = ?, approved_at = ?
            WHERE id = ? AND version = ? AND status <> 'published' AND binned_at IS NULL AND review_state IN (${marks(from)})`,
          [to, ...approval, id, version, ...from],
        )
        if (moved === 0) return false
      }
      await tellTrail(manager, change, kind, text)
      await recordAudit(manager, audit)
      return true
    })
  },

  async waiting(limit) {
    const [total] = await database.read.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM article a WHERE ${WAITING}`,
    )
    const rows = await database.read.query<WaitingRow[]>(
      `SELECT a.id, a.title, a.updated_at, c.id AS channel_id, c.slug AS channel_slug, c.name AS channel_name,
         r.at, r.text, s.name
       FROM article a JOIN channel c ON c.id = a.channel_id
       LEFT JOIN article_review r ON r.id =
         (SELECT MAX(o.id) FROM article_review o WHERE o.article_id = a.id AND o.kind = 'submitted')
       LEFT JOIN staff s ON s.id = r.staff_id
       WHERE ${WAITING} ORDER BY r.at, a.id LIMIT ?`,
      [limit],
    )
    return { count: Number(total?.n ?? 0), first: rows.map(waitingOf) }
  },

  async returnedTo(staffId) {
    const [total] = await database.read.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM article a WHERE a.review_state = 'returned' AND a.created_by = ? AND a.binned_at IS NULL
         AND a.status <> 'published'`,
      [staffId],
    )
    return Number(total?.n ?? 0)
  },
})

/** Read anew each time: they hold in every process at once. */
export const createReviewRules = (database: Database): ReviewRulesStore => ({
  async read() {
    const row = await database.read.findOneBy(SettingEntity, { name: REVIEW_RULES_SETTING })
    return readReviewRules(row?.value ?? null)
  },

  keep: (rules, audit) =>
    database.write(async (manager) => {
      const value = JSON.stringify(rules)
      await manager.save(SettingEntity, { name: REVIEW_RULES_SETTING, value, updatedAt: audit.at })
      await recordAudit(manager, audit)
    }),
})
