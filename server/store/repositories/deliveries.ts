import type { DeliveryDecided, DeliveryStore, StoredDelivery } from '../../features/notices/portsDeliveries'
import type { DeliveryReason, DeliveryState } from '../../../shared/domain/notice'
import type { Database } from '../database'

type Row = Record<string, string | number | null>
type Value = string | number

const COLUMNS = `d.id, d.notice_id, d.member_id, d.state, d.reason, d.attempts, d.created_at, d.sending_at, d.settled_at,
  d.not_before`

const numberOrNull = (value: Row[string] = null): number | null => (value === null ? null : Number(value))

const toDelivery = (row: Row): StoredDelivery => ({
  id: String(row.id),
  noticeId: String(row.notice_id),
  memberId: String(row.member_id),
  state: row.state as DeliveryState,
  reason: (row.reason ?? null) as DeliveryReason | null,
  attempts: Number(row.attempts),
  createdAt: Number(row.created_at),
  sendingAt: numberOrNull(row.sending_at),
  settledAt: numberOrNull(row.settled_at),
  notBefore: Number(row.not_before),
})

/** As `delivery.settle` has kept it. */
interface SettleDetail {
  outcome: DeliveryState
  note: string
  was: DeliveryDecided['was']
}

function toDecided(row: Row): DeliveryDecided {
  const { outcome, note, was } = JSON.parse(String(row.detail)) as SettleDetail
  return { at: Number(row.at), by: row.name === null ? null : String(row.name), note, outcome, was }
}

const isSettled = (state: DeliveryState) => `d.state = '${state}' AND d.settled_at >= 0`
const STATE_IS: Record<DeliveryState, string> = {
  pending: "d.state = 'pending'",
  sending: "d.open_key > '' AND d.state = 'sending'",
  sent: isSettled('sent'),
  rejected: isSettled('rejected'),
  failed: isSettled('failed'),
  unknown: isSettled('unknown'),
  unconfirmed: isSettled('unconfirmed'),
  skipped: isSettled('skipped'),
}

/** Deliveries as staff see them; the ledger alone changes them. */
export function createDeliveryStore(database: Database): DeliveryStore {
  const all = (query: string, values: Value[]): Promise<Row[]> => database.read.query(query, values)

  return {
    async list({ noticeId, state, reason, after, limit }) {
      // What is sending is few: found by its open key, not among all of the notice.
      const ofNotice = state === 'sending' ? "COALESCE(d.notice_id, '') = ?" : 'd.notice_id = ?'
      const conditions: [string, Value[]][] = [[ofNotice, [noticeId]]]
      // Written out: SQLite chooses an index of some states only when it sees the state.
      if (state !== undefined) conditions.push([STATE_IS[state], []])
      if (reason !== undefined) conditions.push(['d.reason = ?', [reason]])
      if (after !== null) {
        conditions.push(
          'memberId' in after
            ? ['d.member_id > ?', [after.memberId]]
            : ['(d.not_before > ? OR (d.not_before = ? AND d.id > ?))', [after.notBefore, after.notBefore, after.id]],
        )
      }
      // Both orders are those of an index that begins with the notice: no page costs more than the one before.
      const order = state === undefined ? 'd.member_id' : 'd.not_before, d.id'
      const rows = await all(
        `SELECT ${COLUMNS} FROM delivery AS d WHERE ${conditions.map(([sql]) => sql).join(' AND ')}
          ORDER BY ${order} LIMIT ${limit}`,
        conditions.flatMap(([, values]) => values),
      )
      return rows.map(toDelivery)
    },

    async find(id) {
      const [row] = await all(`SELECT ${COLUMNS} FROM delivery AS d WHERE d.id = ?`, [id])
      return row === undefined ? null : toDelivery(row)
    },

    async decisions(id) {
      const rows = await all(
        `SELECT e.at, e.detail, s.name FROM audit_entry AS e LEFT JOIN staff AS s ON s.id = e.staff_id
          WHERE e.subject_type = 'delivery' AND e.subject_id = ? AND e.action = 'delivery.settle' ORDER BY e.id`,
        [id],
      )
      return rows.map(toDecided)
    },
  }
}
