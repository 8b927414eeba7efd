import type { EntityManager } from 'typeorm'
import type { NewTest, NoticeTests, StoredTest, TestMade } from '../../features/notices/portsTests'
import type { StaffAudit } from '../../features/notices/portsDesk'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { DeliveryEntity, NoticeEntity, StaffBindingEntity } from '../entities'
import { RESERVE } from '../ledger/grantMoves'
import { changeBalances } from '../ledger/grants'
import { sqlFor } from '../ledger/sql'
import { Transaction } from '../ledger/transaction'
import { recordAudit } from './audit'
import { tryLockMember } from './memberLock'

type Row = Record<string, string | number | null>

/** A test is about no article: whatever asks for an article's notices never finds one. */
const NO_ARTICLE = ''

/** Nothing further goes to a member and a template while the end of an earlier send is not known, or a test waits. */
const IN_THE_WAY = `SELECT 1 AS found FROM delivery AS d LEFT JOIN notice AS n ON n.id = d.notice_id
  WHERE d.member_id = ? AND d.template_id = ?
    AND (d.open_key IS NOT NULL OR (COALESCE(d.state, '') = 'pending' AND n.audience = 'self'
      AND n.status IN ('running', 'paused'))) LIMIT 1`

const FOUND = `SELECT n.id, n.kind, n.status, n.created_at, d.id AS delivery_id, d.state, d.reason, d.settled_at, d.attempts,
    d.token_waits, d.rate_waits, (SELECT closed_until FROM send_pace WHERE account = ?) AS closed_until
  FROM notice AS n JOIN delivery AS d ON d.notice_id = n.id
  WHERE n.article_id = '${NO_ARTICLE}' AND n.audience = 'self' AND n.created_by = ?`

const numberOrNull = (value: Row[string] = null): number | null => (value === null ? null : Number(value))

const toTest = (row: Row): StoredTest => ({
  id: String(row.id),
  deliveryId: String(row.delivery_id),
  kind: row.kind as StoredTest['kind'],
  status: row.status as StoredTest['status'],
  state: row.state as StoredTest['state'],
  reason: row.reason as StoredTest['reason'],
  createdAt: Number(row.created_at),
  settledAt: numberOrNull(row.settled_at),
  closedUntil: Number(row.closed_until ?? 0),
  attempts: Number(row.attempts),
  tokenWaits: Number(row.token_waits),
  rateWaits: Number(row.rate_waits),
})

async function insertRows(manager: EntityManager, test: NewTest, memberId: string, { staffId, at }: StaffAudit) {
  const { id, kind, templateId, values, page } = test
  await manager.insert(NoticeEntity, {
    ...{ id, kind, templateId, page },
    articleId: NO_ARTICLE,
    audience: 'self',
    dedupeKey: `test:${id}`,
    templateValues: JSON.stringify(values),
    // The audience is one row, which is here: there is nothing to prepare.
    status: 'running',
    // It wakes nobody but its author.
    atNight: true,
    createdBy: staffId,
    createdAt: at,
    startedAt: at,
  })
  await manager.insert(DeliveryEntity, {
    ...{ id: newId(), noticeId: id, memberId, templateId },
    state: 'pending',
    grantState: 'reserved',
    ...{ attempts: 0, tokenWaits: 0, rateWaits: 0, notBefore: 0, createdAt: at },
  })
}

/** `account` names the WeChat account whose limits the ledger keeps. */
export function createNoticeTests(database: Database, account = 'wechat'): NoticeTests {
  const sql = sqlFor(database.isMysql)
  const find = (more: string, values: (string | number)[]): Promise<Row[]> =>
    database.read.query(`${FOUND} ${more}`, [account, ...values])

  return {
    make: (test, audit) =>
      database.write(async (manager): Promise<TestMade> => {
        const bound = await manager.findOneBy(StaffBindingEntity, { staffId: audit.staffId })
        // Held until the rows are written: an erasure finds them, or nothing is written.
        if (bound === null || !(await tryLockMember(manager, bound.memberId, audit.at))) return 'unbound'
        const { memberId } = bound
        const { templateId } = test
        const inTheWay: Row[] = await manager.query(IN_THE_WAY, [memberId, templateId])
        if (inTheWay.length > 0) return 'open'
        const reserve = [{ memberId, templateId, move: RESERVE }]
        if ((await changeBalances(new Transaction(manager, sql), reserve, audit.at)) !== 1) return 'no_grant'
        await insertRows(manager, test, memberId, audit)
        await recordAudit(manager, audit)
        return 'made'
      }),

    async find(id, staffId) {
      const [row] = await find('AND n.id = ?', [staffId, id])
      return row === undefined ? null : toTest(row)
    },

    list: async (staffId, since, limit) =>
      (await find(`AND n.created_at >= ? ORDER BY n.id DESC LIMIT ${limit}`, [staffId, since])).map(toTest),
  }
}
