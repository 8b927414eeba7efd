import { isDeepStrictEqual } from 'node:util'
import type { DeliveryReason, DeliveryState } from '../../shared/domain/notice'
import type { Database } from '../../server/store/database'
import type { Person } from './audience'
import type { ExportLine } from './export'
import { TEMPLATE_ID, type Accepted } from './standIn'
import type { Life } from './trace'

/** A delivery as its row has it. */
export interface Exported extends ExportLine {
  state: DeliveryState
  reason: DeliveryReason | null
}

export interface Balance {
  memberId: string
  available: number
  reserved: number
  spent: number
}

/** Every delivery there is: a run has a database of its own. */
export async function rowsOf(database: Database): Promise<Exported[]> {
  const rows = (await database.read.query(
    'SELECT id, member_id, state, reason, attempts, created_at, sending_at, settled_at FROM delivery',
  )) as Record<string, string | number | null>[]
  return rows.map((row) => ({
    id: String(row.id),
    memberId: String(row.member_id),
    state: row.state as DeliveryState,
    reason: row.reason as DeliveryReason | null,
    attempts: Number(row.attempts),
    createdAt: Number(row.created_at),
    sendingAt: Number(row.sending_at),
    settledAt: Number(row.settled_at),
  }))
}

const toTheSecond = (instant: number): number => Math.floor(instant / 1_000) * 1_000

/**
 * What the product's export says of each delivery, with the exact times of its row; and how many deliveries it leaves
 * out, tells twice, makes up or tells otherwise than the ledger.
 */
export function compareExport(rows: Exported[], lines: ExportLine[]): { exported: Exported[]; differs: number } {
  const byId = new Map(rows.map((row) => [row.id, row]))
  let differs = 0
  const exported = lines.flatMap((line): Exported[] => {
    const row = byId.get(line.id)
    byId.delete(line.id)
    if (row === undefined) {
      differs += 1
      return []
    }
    const told = {
      ...row,
      createdAt: toTheSecond(row.createdAt),
      sendingAt: toTheSecond(row.sendingAt),
      settledAt: toTheSecond(row.settledAt),
    }
    if (!isDeepStrictEqual({ ...line }, told)) differs += 1
    const { createdAt, sendingAt, settledAt } = row
    return [{ ...(line as Exported), createdAt, sendingAt, settledAt }]
  })
  return { exported, differs: differs + byId.size }
}

export async function balancesOf(database: Database): Promise<Balance[]> {
  const rows = (await database.read.query(
    `SELECT b.member_id, b.available,
        SUM(CASE WHEN d.grant_state = 'reserved' THEN 1 ELSE 0 END) AS reserved,
        SUM(CASE WHEN d.grant_state = 'spent' THEN 1 ELSE 0 END) AS spent
      FROM grant_balance AS b LEFT JOIN delivery AS d ON d.member_id = b.member_id AND d.template_id = b.template_id
      WHERE b.template_id = ? GROUP BY b.member_id, b.available`,
    [TEMPLATE_ID],
  )) as Record<string, string | number>[]
  return rows.map((row) => ({
    memberId: String(row.member_id),
    available: Number(row.available),
    reserved: Number(row.reserved),
    spent: Number(row.spent),
  }))
}

export interface Evidence {
  /** The audience as it was when the notice was decided. */
  people: Person[]
  /** The stand-in's own list. */
  accepted: Accepted[]
  /** What staff download, line by line. */
  exported: ExportLine[]
  /** What the ledger holds. */
  rows: Exported[]
  balances: Balance[]
  /** What dead and living processes wrote down. */
  lives: { killed: boolean; life: Life }[]
  /** Most deliveries that may end unknown: the concurrency of each killed process, and what was ordered of the line. */
  unknownBound: number
  /** Members who turned the topic off or were erased on the way, and when. */
  left?: Map<string, number>
}

export interface Verdict {
  lost: number
  duplicates: number
  unknown: number
  unknown_bound: number
  /** Sends that a killed process had begun and whose answer nobody saw, and which are not `unknown`. */
  unknown_settled: number
  /** Deliveries that are `unknown` although their outcome had been committed by somebody. */
  unknown_known: number
  /** Members who have a notice that the ledger denies, or a grant that was used twice, never or not given back. */
  wrong: number
  /** Sends that were accepted well after their delivery had been given up, or marked after the member had left. */
  late: number
  /** Deliveries that the export leaves out, tells twice, makes up or tells otherwise than the ledger. */
  export_differs: number
  ok: boolean
}

/** Between a decision on record and a send that was already on its way, milliseconds. */
const ON_ITS_WAY_MS = 1_500

const countBy = (names: string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Whether a member who could be told was forgotten. */
function isLost(person: Person, rows: Exported[], wasAccepted: boolean, left: boolean): boolean {
  if (!person.subscribed || wasAccepted) return false
  const [row] = rows
  // nobody without a grant is forgotten either: the row says why they were not told
  if (row === undefined) return !left
  if (row.state === 'unknown' || row.state === 'unconfirmed') return false
  if (row.state === 'skipped') return !(left || (row.reason === 'no_grant' && person.grants === 0))
  return row.state !== 'rejected'
}

const TOLD_STATES: readonly DeliveryState[] = ['sent', 'unknown', 'unconfirmed']

function isWrong(person: Person, rows: Exported[], wasAccepted: boolean, balance: Balance | undefined): boolean {
  const told = rows.filter(({ state }) => TOLD_STATES.includes(state)).length
  if (rows.length > 1 || (wasAccepted && told === 0)) return true
  if (balance === undefined) return false
  const { available, reserved, spent } = balance
  return reserved !== 0 || spent !== told || available !== person.grants - told
}

/** Sent well after it had been given up, or marked although the member had left before that was looked at. */
function isLate(row: Exported, acceptedAt: number, leftAt = Infinity): boolean {
  const givenUpAt = row.reason === 'worker_lost' ? row.settledAt : Infinity
  return acceptedAt > givenUpAt + ON_ITS_WAY_MS || row.sendingAt > leftAt
}

/**
 * Deliveries that nobody but processes that were killed have marked. What such a process had handed to the line cannot
 * be late, however slow the line was: it was on its way before the process died.
 */
function onlyOfTheKilled(lives: Evidence['lives']): Set<string> {
  const of = (killed: boolean) =>
    lives.filter((entry) => entry.killed === killed).flatMap(({ life }) => [...life.marked.keys()])
  const ofLiving = new Set(of(false))
  return new Set(of(true).filter((id) => !ofLiving.has(id)))
}

/** Sends that a killed process had begun without seeing an answer must end as unknown; those recorded must not. */
function compareLives(exported: Exported[], lives: Evidence['lives']) {
  const byId = new Map(exported.map((row) => [row.id, row]))
  const recorded = new Set<string>()
  // whoever was declared dead while it lived has learned of outcomes that the ledger rightly ignored
  for (const { life } of lives) if (life.buried === 0) for (const id of life.concluded) recorded.add(id)
  let settled = 0
  for (const { killed, life } of lives) {
    if (!killed) continue
    for (const id of life.unrecorded) {
      const openid = life.marked.get(id) ?? ''
      if (life.unanswered.has(openid) && byId.get(id)?.state !== 'unknown') settled += 1
    }
  }
  const known = exported.filter(
    (row) => row.reason === 'worker_lost' && row.state === 'unknown' && recorded.has(row.id),
  )
  return { settled, known: known.length }
}

/** Compares what WeChat took, whom the notice was for, and what the product says. */
export function judge(evidence: Evidence): Verdict {
  const { people, accepted, lives, unknownBound, left = new Map<string, number>() } = evidence
  const times = countBy(accepted.map(({ openid, page }) => `${openid} ${/id=(\w+)/.exec(page)?.[1]}`))
  const acceptedAt = new Map(accepted.map(({ openid, at }) => [openid, at]))
  const { exported, differs } = compareExport(evidence.rows, evidence.exported)
  const linesOf = new Map<string, Exported[]>()
  for (const line of exported) linesOf.set(line.memberId, [...(linesOf.get(line.memberId) ?? []), line])
  const balances = new Map(evidence.balances.map((balance) => [balance.memberId, balance]))

  const killed = onlyOfTheKilled(lives)

  let duplicates = 0
  for (const count of times.values()) duplicates += count - 1
  let lost = 0
  let wrong = 0
  let late = 0
  for (const person of people) {
    const rows = linesOf.get(person.memberId) ?? []
    const at = acceptedAt.get(person.openid)
    if (isLost(person, rows, at !== undefined, left.has(person.memberId))) lost += 1
    if (isWrong(person, rows, at !== undefined, balances.get(person.memberId))) wrong += 1
    const leftAt = left.get(person.memberId)
    if (at !== undefined && rows.some((row) => isLate(row, killed.has(row.id) ? 0 : at, leftAt))) late += 1
  }
  const unknown = exported.filter(({ state }) => state === 'unknown').length
  const { settled, known } = compareLives(exported, lives)
  const ok = lost + duplicates + wrong + late + settled + known + differs === 0 && unknown <= unknownBound
  return {
    lost,
    duplicates,
    unknown,
    unknown_bound: unknownBound,
    unknown_settled: settled,
    unknown_known: known,
    wrong,
    late,
    export_differs: differs,
    ok,
  }
}
