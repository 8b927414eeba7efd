import { performance } from 'node:perf_hooks'
import type { Claim, ClaimAnswer } from '../../delivery/ports'
import type { DeliveryReason, NoticeKind } from '../../../shared/domain/notice'
import { NOTICE_RULES_SETTING, quietUntil, readNoticeRules } from '../../../shared/domain/noticeRules'
import { topicOf } from './audience'
import { createLookout, type Look } from './due'
import { freeSlots } from './fleet'
import { moveDeliveries, type HeldDelivery } from './moves'
import { number, text, type Sql } from './sql'
import type { Row, Transact, Transaction, Value } from './transaction'
import { assertAlive } from './workers'

/** How long a delivery waits behind another of its member and template that is being sent, or whose end is unknown. */
const WAIT_BEHIND_SENDING_MS = 2_000
const WAIT_BEHIND_UNKNOWN_MS = 5 * 60_000

interface Candidate {
  held: HeldDelivery
  noticeId: string
  openid: string
  used: Claim['used']
}

interface Sorted {
  ready: Candidate[]
  skip: { delivery: HeldDelivery; reason: DeliveryReason }[]
  putOff: Value[][]
}

const FACT_COLUMNS = ['id', 'openid', 'subscribed', 'open_state']

/**
 * Whether the member wants this notice: for a reminder, what they decided for the event goes before the topic. Who sends
 * a notice to themselves wants it.
 */
const WANTS = {
  self: { column: '1', join: '' },
  topic: { column: 's.subscribed', join: '' },
  event: {
    column: 'COALESCE(c.remind, s.subscribed)',
    join: 'LEFT JOIN member_event_choice AS c ON c.member_id = m.id AND c.article_id = ?',
  },
}

/** `COALESCE` keeps SQLite from walking through all that is pending by the index on `state`: the id finds the row. */
const STILL_PENDING = "COALESCE(t.state, '') = 'pending'"

const claimBy = (sql: Sql) => ({
  table: 'delivery',
  key: 't.id',
  set: `state = 'sending', worker_id = ?, open_key = ${sql.openKeyOf('member_id', 'template_id')}, sending_at = ?`,
  where: STILL_PENDING,
})

const PUT_OFF = {
  table: 'delivery',
  columns: [text('of_delivery'), number('new_not_before')],
  on: 't.id = j.of_delivery',
  set: 'not_before = j.new_not_before',
  where: STILL_PENDING,
}

/** What decides whether each of these members may be told now. Read without locks: who changes it is not to wait. */
function factsOf(transaction: Transaction, notice: Row, members: string[]) {
  const { list, values } = transaction.sql.keys(members)
  const openKey = transaction.sql.openKeyOf('m.id', '?')
  const ofEvent = notice.kind === 'reminder' && notice.audience !== 'self'
  const wants = notice.audience === 'self' ? WANTS.self : ofEvent ? WANTS.event : WANTS.topic
  const articleIds = ofEvent ? [notice.article_id ?? null] : []
  return transaction.list(
    FACT_COLUMNS,
    `SELECT m.id, m.openid, ${wants.column} AS subscribed, o.state AS open_state FROM member AS m
      LEFT JOIN member_topic AS s ON s.member_id = m.id AND s.topic = ? ${wants.join}
      LEFT JOIN delivery AS o ON o.open_key = ${openKey} WHERE m.id IN ${list}`,
    [topicOf(notice.kind as NoticeKind), ...articleIds, notice.template_id ?? null, ...values],
  )
}

/** Due deliveries of one notice, with what decides whether each may be sent now. */
async function look(transaction: Transaction, notice: Row, due: Row[], now: number): Promise<Sorted> {
  const noticeId = String(notice.id)
  const templateId = String(notice.template_id)
  if (due.length === 0) return { ready: [], skip: [], putOff: [] }
  const facts = await factsOf(
    transaction,
    notice,
    due.map((row) => String(row.member_id)),
  )
  const factsByMember = new Map(facts.map((row) => [row.id, row]))
  const sorted: Sorted = { ready: [], skip: [], putOff: [] }
  for (const row of due) {
    const { openid = null, subscribed, open_state: open = null } = factsByMember.get(row.member_id ?? null) ?? {}
    const memberId = String(row.member_id)
    const held = {
      id: String(row.id),
      memberId,
      templateId,
      state: 'pending',
      grantState: row.grant_state as HeldDelivery['grantState'],
    } satisfies HeldDelivery
    if (openid === null) sorted.skip.push({ delivery: held, reason: 'erased' })
    else if (Number(subscribed) !== 1) sorted.skip.push({ delivery: held, reason: 'unsubscribed' })
    else if (open !== null) {
      sorted.putOff.push([held.id, now + (open === 'unknown' ? WAIT_BEHIND_UNKNOWN_MS : WAIT_BEHIND_SENDING_MS)])
    } else {
      const used = { attempt: Number(row.attempts), token: Number(row.token_waits), rate: Number(row.rate_waits) }
      sorted.ready.push({ held, noticeId, openid: String(openid), used })
    }
  }
  return sorted
}

async function claimOf(transaction: Transaction, worker: string, notice: Row, due: Row[], now: number) {
  const { ready, skip, putOff } = await look(transaction, notice, due, now)
  await moveDeliveries(
    transaction,
    skip.map((entry) => ({ ...entry, to: 'skipped' as const })),
    now,
  )
  await transaction.updateJoined(PUT_OFF, putOff, [])
  const ids = ready.map(({ held }) => held.id)
  const claimed = await transaction.updateKeyed(claimBy(transaction.sql), ids, [worker, now])
  // Counted: a row that somebody else took in between must not be sent here, so nothing of this group is.
  if (claimed !== ids.length) throw new Error(`${claimed} of ${ids.length} deliveries could be claimed`)
  const claims = ready.map(({ held, noticeId, openid, used }): Claim => ({
    deliveryId: held.id,
    noticeId,
    memberId: held.memberId,
    openid,
    used,
  }))
  return { claims, passedOver: skip.length + putOff.length }
}

/** Running notices, oldest first but for tests, whose author waits; each with the rules and limits that hold for all. */
const RUNNING = `SELECT id, kind, audience, article_id, template_id, at_night, (SELECT value FROM setting WHERE name = ?) AS rules,
    (SELECT closed_until FROM send_pace WHERE account = ?) AS closed_until
  FROM notice WHERE status = 'running' ORDER BY CASE audience WHEN 'self' THEN 0 ELSE 1 END, created_at, id`

/** Those that may go out at this moment. */
function awake(notices: Row[], now: number): Row[] {
  const kept = notices[0]?.rules ?? null
  const { quietHours } = readNoticeRules(kept === null ? null : String(kept))
  return quietUntil(quietHours, now) === null ? notices : notices.filter((notice) => Number(notice.at_night) === 1)
}

const NOTHING: ClaimAnswer = { claims: [], passedOver: 0 }
/** How much longer than the last ones a claim may take before its first slot is missed. */
const LEAD = 1.5

/** The only way from `pending` to `sending`. */
export function claimsOn(transact: Transact, account: string) {
  /** How long a claim with slots takes until its sends can start. */
  let claimMs = 20
  const lookout = createLookout()

  return {
    async claim(worker: string, limit: number, now: number, ratePerSecond: number | null = null): Promise<ClaimAnswer> {
      const startedAt = performance.now()
      const { slots, looks, ...answer } = await transact(async (transaction) => {
        await assertAlive(transaction, worker)
        const running = await transaction.all(RUNNING, [NOTICE_RULES_SETTING, account])
        const closedUntil = Number(running[0]?.closed_until ?? 0)
        if (closedUntil > now) return { ...NOTHING, looks: [], slots: null, closedUntil }
        const notices = awake(running, now)
        if (notices.length === 0) return { ...NOTHING, looks: [], slots: null }
        const slots =
          ratePerSecond === null ? null : await freeSlots(transaction, account, ratePerSecond, claimMs * LEAD)
        const most = Math.min(limit, slots?.free ?? limit)
        const claims: Claim[] = []
        const looks: Look[] = []
        let passedOver = 0
        for (const notice of notices) {
          if (claims.length >= most) break
          const seen = await lookout.look(transaction, String(notice.id), most - claims.length, now)
          looks.push(seen)
          const found = await claimOf(transaction, worker, notice, seen.due, now)
          claims.push(...found.claims)
          passedOver += found.passedOver
        }
        if (claims.length > 0) await slots?.take(claims.length)
        return { claims, looks, passedOver, slots }
      })
      lookout.remember(looks)
      if (slots === null || answer.claims.length === 0) return answer
      claimMs = Math.min(1_000, Math.max(claimMs * 0.9, performance.now() - startedAt))
      const claims = answer.claims.map((claim, index) => ({ ...claim, startsInMs: slots.startsInMs(index) }))
      return { ...answer, claims }
    },
  }
}
