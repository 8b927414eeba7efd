import type { EntityManager } from 'typeorm'
import { noticeStatusesBefore } from '../../../shared/domain/notice'
import type { NewFollowUp, NewNotice, NoticeDesk, StaffAudit } from '../../features/notices/portsDesk'
import type { Database } from '../database'
import { NoticeEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { sqlFor } from '../ledger/sql'
import { cancelNotice, decideDelivery, decideRestored, pauseNotice, resumeNotice } from '../ledger/staffMoves'
import { Transaction } from '../ledger/transaction'
import { recordAudit } from './audit'

type Row = Record<string, string | number>

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** A notice that was cancelled before anybody could have got it has told nothing. */
const TOLD_NOTHING = `n.status = 'cancelled' AND NOT EXISTS (SELECT 1 FROM delivery AS d WHERE d.notice_id = n.id
    AND d.state IN ('sent', 'unknown', 'unconfirmed') AND d.settled_at >= 0)
  AND NOT EXISTS (SELECT 1 FROM delivery AS d WHERE d.open_key > '' AND COALESCE(d.notice_id, '') = n.id
    AND d.state = 'sending')`

const prefixOf = ({ kind, articleId, about }: NewNotice): string =>
  about === '' ? `${kind}:${articleId}` : `${kind}:${articleId}:${about}`

/**
 * The key of the next notice that says this, or null when the newest of its kind that told anything says the same. It
 * counts what was said before: of two who decide at once both make the same key, and one of them is refused by it.
 */
async function nextKey(manager: EntityManager, notice: NewNotice): Promise<string | null> {
  const rows: Row[] = await manager.query(
    `SELECT n.dedupe_key, CASE WHEN ${TOLD_NOTHING} THEN 1 ELSE 0 END AS told_nothing FROM notice AS n
      WHERE n.article_id = ? AND n.kind = ? AND n.follows_up IS NULL ORDER BY n.id`,
    [notice.articleId, notice.kind],
  )
  const prefix = prefixOf(notice)
  const says = (row: Row) => row.dedupe_key === prefix || String(row.dedupe_key).startsWith(`${prefix}:`)
  const standing = rows.filter((row) => Number(row.told_nothing) === 0)
  // Where an event moves there and back again, each move is news; a reminder or a cancellation is not.
  const isSaid = notice.kind === 'change' ? standing.slice(-1).some(says) : standing.some(says)
  if (isSaid) return null
  const before = rows.filter(says).length
  return before === 0 ? prefix : `${prefix}:${before}`
}

async function insertFollowUp(manager: EntityManager, followUp: NewFollowUp, audit: StaffAudit): Promise<boolean> {
  const { id, of, root, templateId, page } = followUp
  const open = noticeStatusesBefore('cancelled')
  const [chain]: Row[] = await manager.query(
    `SELECT COUNT(*) AS followed, SUM(CASE WHEN status IN (${marks(open)}) THEN 1 ELSE 0 END) AS open_ones FROM notice
      WHERE follows_up = ?`,
    [...open, root],
  )
  if (Number(chain?.open_ones ?? 0) > 0) return false
  const notice = await manager.findOneByOrFail(NoticeEntity, { id: of })
  const { articleId, kind, templateValues, atNight } = notice
  await manager.insert(NoticeEntity, {
    ...{ id, articleId, kind, templateId, templateValues, page, atNight },
    audience: 'follow_up',
    followsUp: root,
    dedupeKey: `follow_up:${root}:${Number(chain?.followed ?? 0) + 1}`,
    status: 'preparing',
    createdBy: audit.staffId,
    createdAt: audit.at,
  })
  return true
}

/** Where staff decide about notices: each decision and its audit entry are one transaction. */
export function createNoticeDesk(database: Database): NoticeDesk {
  const sql = sqlFor(database.isMysql)

  const audited = (audit: StaffAudit, work: (manager: EntityManager) => Promise<boolean>): Promise<boolean> =>
    database.write(async (manager) => {
      const done = await work(manager)
      if (done) await recordAudit(manager, audit)
      return done
    })
  /** Of two who make the same at once, the second is told that it exists. */
  const once = async (work: Promise<boolean>): Promise<boolean> => {
    try {
      return await work
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }
  const within = (audit: StaffAudit, work: (transaction: Transaction) => Promise<boolean>) =>
    audited(audit, (manager) => work(new Transaction(manager, sql)))

  return {
    isSaid: async (notice) => (await nextKey(database.read, notice)) === null,
    decide: (notice, audit) =>
      once(
        audited(audit, async (manager) => {
          const dedupeKey = await nextKey(manager, notice)
          if (dedupeKey === null) return false
          const { about: _, values, ...row } = notice
          await manager.insert(NoticeEntity, {
            ...row,
            dedupeKey,
            audience: 'told',
            templateValues: JSON.stringify(values),
            status: notice.scheduledAt === null ? 'preparing' : 'scheduled',
            createdBy: audit.staffId,
            createdAt: audit.at,
          })
          return true
        }),
      ),
    followUp: (followUp, audit) => once(audited(audit, (manager) => insertFollowUp(manager, followUp, audit))),
    pause: (id, audit) => within(audit, (transaction) => pauseNotice(transaction, id, 'staff')),
    resume: (id, audit) => within(audit, (transaction) => resumeNotice(transaction, id)),
    cancel: (id, audit) => within(audit, (transaction) => cancelNotice(transaction, id)),
    async settleRestored(id, outcome, audit) {
      const some = (transaction: Transaction) => decideRestored(transaction, id, outcome, audit.at)
      const begun = await within(audit, async (transaction) => (await some(transaction)) > 0)
      // The decision stands in the log; a process that dies here leaves a rest that is decided by asking again.
      let left = begun
      while (left) left = (await database.write((manager) => some(new Transaction(manager, sql)))) > 0
      return begun
    },
    settle: ({ deliveryId, outcome }, audit) =>
      within(audit, (transaction) => decideDelivery(transaction, deliveryId, outcome, audit.at)),
  }
}
