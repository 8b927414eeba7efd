import {
  canMoveDelivery,
  DELIVERY_STATES,
  type DeliveryReason,
  type DeliveryState,
} from '../../../shared/domain/notice'
import type { GrantState } from '../entities/delivery'
import { grantMove, type GrantMove } from './grantMoves'
import { changeBalances } from './grants'
import { placeholders } from './sql'
import type { Row, Transaction, Value } from './transaction'

/** The states from which the table of `shared/domain/notice` lets a delivery become `to`. */
export const deliveryStatesBefore = (to: DeliveryState): DeliveryState[] =>
  DELIVERY_STATES.filter((from) => canMoveDelivery(from, to))

/** A delivery row, read for change in the open transaction. */
export interface HeldDelivery {
  id: string
  memberId: string
  templateId: string
  state: DeliveryState
  grantState: GrantState
}

export const HELD_COLUMNS = 't.id, t.member_id, t.template_id, t.state, t.grant_state'

export const toHeld = (row: Row): HeldDelivery => ({
  id: String(row.id),
  memberId: String(row.member_id),
  templateId: String(row.template_id),
  state: row.state as DeliveryState,
  grantState: row.grant_state as GrantState,
})

export interface DeliveryMove {
  delivery: HeldDelivery
  to: DeliveryState
  reason: DeliveryReason | null
  msgid?: string | null
  grantGone?: boolean
  /** For `pending`: when it is due again, and what the try has used. */
  notBefore?: number
  used?: { attempt: number; token: number; rate: number }
}

const STAYS_OPEN: DeliveryState[] = ['unknown']

/** What every row of a group gets alike; `COALESCE` keeps the way to a row its id, whatever indexes there are. */
const updateOf = (to: DeliveryState, more: string) => ({
  table: 'delivery',
  key: 't.id',
  set: `state = ?, reason = ?, grant_state = ?, settled_at = ?, attempts = attempts + ?,
    token_waits = token_waits + ?, rate_waits = rate_waits + ?, worker_id = NULL
    ${STAYS_OPEN.includes(to) ? '' : ', open_key = NULL'} ${more}`,
  where: "COALESCE(t.state, '') = ?",
})

interface Group {
  first: DeliveryMove & { grant: GrantMove }
  ids: string[]
  msgids: [string, string][]
  notBefore: [string, number][]
}

/** Moves of which only the row, its msgid or its next time differ: one statement each. */
function groupsOf(planned: Group['first'][]): Group[] {
  const groups = new Map<string, Group>()
  for (const entry of planned) {
    const { delivery, to, reason, msgid = null, notBefore, used, grant } = entry
    const kind = `${msgid === null ? '' : 'msgid'},${notBefore === undefined ? '' : 'due'}`
    const spent = used === undefined ? '' : `${used.attempt},${used.token},${used.rate}`
    const key = `${delivery.state}:${to}:${reason}:${grant.to}:${kind}:${spent}`
    let group = groups.get(key)
    if (group === undefined) groups.set(key, (group = { first: entry, ids: [], msgids: [], notBefore: [] }))
    if (msgid !== null) group.msgids.push([delivery.id, msgid])
    else if (notBefore !== undefined) group.notBefore.push([delivery.id, notBefore])
    else group.ids.push(delivery.id)
  }
  return [...groups.values()]
}

/** How many rows a group's statement moved. */
async function moveGroup(transaction: Transaction, { first, ids, msgids, notBefore }: Group, now: number) {
  const { delivery, to, reason, grant, used = { attempt: 0, token: 0, rate: 0 } } = first
  const set: Value[] = [to, reason, grant.to, to === 'pending' ? null : now, used.attempt, used.token, used.rate]
  const from = [delivery.state]
  return (
    (await transaction.updateKeyed(updateOf(to, ''), ids, set, from)) +
    (await transaction.updateKeyedValues(updateOf(to, ', msgid = j.value'), 'text', msgids, set, from)) +
    (await transaction.updateKeyedValues(updateOf(to, ', not_before = j.value'), 'number', notBefore, set, from))
  )
}

/**
 * Moves deliveries out of the state in which this transaction read them, together with their grants. All or nothing:
 * throws when the table does not allow a move or a row is no longer what it was.
 */
export async function moveDeliveries(transaction: Transaction, moves: DeliveryMove[], now: number): Promise<void> {
  if (moves.length === 0) return
  const planned = moves.map((entry) => ({
    ...entry,
    grant: grantMove(entry.delivery.grantState, entry.to, entry.grantGone),
  }))
  for (const { delivery, to } of planned) {
    if (!canMoveDelivery(delivery.state, to)) throw new Error(`a delivery may not move ${delivery.state} → ${to}`)
  }
  let moved = 0
  for (const group of groupsOf(planned)) moved += await moveGroup(transaction, group, now)
  if (moved !== moves.length) throw new Error(`${moved} of ${moves.length} deliveries moved; nothing is changed`)
  await changeBalances(
    transaction,
    planned.map(({ delivery, grant }) => ({ ...delivery, move: grant })),
    now,
  )
}

/**
 * Records what WeChat has accepted of a worker's deliveries, `[id, msgid]` each, without reading them first. Those that
 * are not this worker's to record stay as they are; returns how many moved.
 */
export async function acceptDeliveries(
  transaction: Transaction,
  worker: string,
  accepted: [string, string][],
  now: number,
): Promise<number> {
  const grant = grantMove('reserved', 'sent')
  const update = {
    table: 'delivery',
    key: 't.id',
    set: `state = 'sent', reason = 'accepted', grant_state = ?, settled_at = ?, worker_id = NULL, open_key = NULL,
      msgid = j.value`,
    where: "COALESCE(t.state, '') = 'sending' AND t.worker_id = ? AND t.grant_state = 'reserved'",
  }
  return transaction.updateKeyedValues(update, 'text', accepted, [grant.to, now], [worker])
}

/** Deliveries that meet a condition (table `t`), held until the transaction ends. */
export async function holdDeliveries(
  transaction: Transaction,
  states: DeliveryState[],
  condition: string,
  values: Value[],
  limit: number,
): Promise<HeldDelivery[]> {
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.state IN ${placeholders(states)} AND ${condition}
      LIMIT ${limit} ${transaction.sql.forUpdate}`,
    [...states, ...values],
  )
  return rows.map(toHeld)
}
