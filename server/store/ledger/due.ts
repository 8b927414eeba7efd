import { performance } from 'node:perf_hooks'
import type { Row, Transaction, Value } from './transaction'

const COLUMNS = ['id', 'member_id', 'grant_state', 'attempts', 'token_waits', 'rate_waits', 'not_before']
/** So long at most what was put back waits behind what nobody has claimed yet. */
const FROM_THE_START_MS = 1_000

export interface Look {
  noticeId: string
  due: Row[]
  /** Up to this id all that was due from the start has been taken; null when the next look begins at the start. */
  after: string | null
}

/** Where a look begins: at the first that is due, or behind one. */
type From = { notBefore: number; id: string } | { after: string }

/** The first that is due, read without locks, which passes over what was claimed at little cost. */
async function firstDue(transaction: Transaction, noticeId: string, now: number): Promise<From | null> {
  const [row] = await transaction.all(
    `SELECT not_before, id FROM delivery ${transaction.sql.byClaimIndex}
      WHERE notice_id = ? AND state = 'pending' AND not_before <= ? ORDER BY not_before, id LIMIT 1`,
    [noticeId, now],
  )
  return row === undefined ? null : { notBefore: Number(row.not_before), id: String(row.id) }
}

function rangeOf(from: From, now: number): [string, Value[]] {
  if ('after' in from) return ['not_before = 0 AND id > ?', [from.after]]
  if (from.notBefore === 0) return ['not_before = 0 AND id >= ?', [from.id]]
  return ['not_before >= ? AND not_before <= ?', [from.notBefore, now]]
}

/** Deliveries that are due and free, held until the transaction ends; first come, first served. */
function dueRows(transaction: Transaction, noticeId: string, limit: number, now: number, from: From) {
  const { byClaimIndex, forUpdateSkipLocked } = transaction.sql
  const [range, values] = rangeOf(from, now)
  return transaction.list(
    COLUMNS,
    `SELECT ${COLUMNS.join(', ')} FROM delivery ${byClaimIndex} WHERE notice_id = ? AND state = 'pending' AND ${range}
      ORDER BY not_before, id LIMIT ${limit} ${forUpdateSkipLocked}`,
    [noticeId, ...values],
  )
}

/**
 * Looks for what is due, and remembers where it was. InnoDB leaves what was claimed in the index until it is purged, and
 * a look that locks would walk through all of it each time. Where it was is a hint and no more: when nothing is left
 * behind it, and once a second, a look begins at the first that is due.
 */
export function createLookout() {
  const places = new Map<string, { after: string; since: number }>()

  return {
    async look(transaction: Transaction, noticeId: string, limit: number, now: number): Promise<Look> {
      const seen = (due: Row[]): Look => {
        const last = due.at(-1)
        const goesOn = due.length === limit && Number(last?.not_before) === 0
        return { noticeId, due, after: goesOn ? String(last?.id) : null }
      }
      const place = places.get(noticeId)
      if (place !== undefined && performance.now() - place.since < FROM_THE_START_MS) {
        const due = await dueRows(transaction, noticeId, limit, now, place)
        if (due.length > 0) return seen(due)
      }
      const first = await firstDue(transaction, noticeId, now)
      return seen(first === null ? [] : await dueRows(transaction, noticeId, limit, now, first))
    },

    /** To be called when what was found has been claimed for good. */
    remember(looks: Look[]): void {
      for (const { noticeId, after } of looks) {
        const since = places.get(noticeId)?.since ?? -Infinity
        places.delete(noticeId)
        if (after === null) continue
        const now = performance.now()
        places.set(noticeId, { after, since: now - since < FROM_THE_START_MS ? since : now })
      }
    },
  }
}
