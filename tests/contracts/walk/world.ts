import type { Claim, Ledger, Outcome } from '../../../server/delivery'
import type { Database } from '../../../server/store/database'
import { GrantBalanceEntity, MemberTopicEntity } from '../../../server/store/entities'
import { createLedger } from '../../../server/store/ledger'
import { cancelNotice, decideDelivery, pauseNotice, resumeNotice } from '../../../server/store/ledger/staffMoves'
import { transactOn, type Transaction } from '../../../server/store/ledger/transaction'
import { addMember, addNotice, TEMPLATE_ID, turnOff } from '../../support/ledgerRows'
import { look, usedOf, type Seen } from './invariants'
import type { Random } from './random'

interface Held {
  worker: string
  claims: Claim[]
}

/** Members, notices, workers and staff who do one thing after another, in any order. Time goes on by minutes. */
export async function createWorld(database: Database, random: Random) {
  const ledger: Ledger = createLedger(database)
  const transact = transactOn(database)
  const members: string[] = []
  const workers: Held[] = []
  let now = Date.UTC(2026, 10, 23, 4)
  /** Every grant that was ever given, less what 43101 showed to be wrong. */
  let grants = 0

  /** Deliveries whose bytes may have left: whoever gets one of them to send again would tell a member twice. */
  const left = new Set<string>()
  const again: string[] = []
  const take = (held: Held, claims: Claim[]) => {
    again.push(...claims.map((claim) => claim.deliveryId).filter((id) => left.has(id)))
    held.claims.push(...claims)
  }

  const anyNotice = async () => random.pick((await look(database)).notices)
  const staff = async (move: (transaction: Transaction, id: string) => Promise<boolean>) => {
    const notice = await anyNotice()
    if (notice !== undefined) await transact((transaction) => move(transaction, notice.id))
  }
  const outcomeOf = async ({ deliveryId, memberId }: Claim): Promise<Outcome> => {
    const ends: Outcome[] = [
      { deliveryId, to: 'sent', msgid: `msg-${deliveryId}` },
      { deliveryId, to: 'unknown', reason: 'no_answer' },
      { deliveryId, to: 'failed', reason: 'budget_spent' },
      { deliveryId, to: 'pending', notBefore: now, spend: random.chance(0.5) ? 'attempt' : null },
      { deliveryId, to: 'rejected', reason: 'invalid_openid', grantGone: false },
      { deliveryId, to: 'rejected', reason: 'not_subscribed', grantGone: true },
    ]
    const outcome = random.pick(ends) ?? { deliveryId, to: 'pending', notBefore: now, spend: null }
    if (outcome.to === 'sent' || outcome.to === 'unknown') left.add(deliveryId)
    if (outcome.to === 'rejected' && outcome.grantGone) {
      const state = (await look(database)).deliveries.find((row) => row.id === deliveryId)?.state
      const balance = await database.read.findOneBy(GrantBalanceEntity, { memberId, templateId: TEMPLATE_ID })
      if (state === 'sending') grants -= balance?.available ?? 0
    }
    return outcome
  }

  const steps: Record<string, () => Promise<unknown>> = {
    async 'a member joins'() {
      const given = random.upTo(3)
      members.push(await addMember(database, { grants: given }))
      grants += given
    },
    async 'a member accepts once more'() {
      const memberId = random.pick(members) ?? ''
      const changed = await database.write((manager) =>
        manager.increment(GrantBalanceEntity, { memberId }, 'available', 1),
      )
      grants += changed.affected ?? 0
    },
    async 'a member turns the topic off or on'() {
      const memberId = random.pick(members) ?? ''
      if (random.chance(0.3)) return turnOff(database, memberId)
      return database.write((manager) => manager.update(MemberTopicEntity, { memberId }, { subscribed: true }))
    },
    async 'staff decide a notice'() {
      await addNotice(database)
    },
    async 'staff follow one up'() {
      const root = random.pick((await look(database)).notices.filter((notice) => notice.finishedAt !== null))
      if (root === undefined) return
      const { articleId, followsUp, id } = root
      await addNotice(database, { articleId, audience: 'follow_up', followsUp: followsUp ?? id })
    },
    async 'a chunk is prepared'() {
      const noticeId = await ledger.nextToPrepare()
      if (noticeId !== null) await ledger.prepareChunk(noticeId, 1 + random.upTo(4), now)
    },
    async 'a worker starts'() {
      if (workers.length < 3) workers.push({ worker: await ledger.startWorker(), claims: [] })
    },
    async 'a worker claims'() {
      const held = random.pick(workers)
      if (held === undefined) return
      take(held, (await ledger.claim(held.worker, 1 + random.upTo(4), now)).claims)
    },
    async 'a claim’s answer is lost'() {
      const held = random.pick(workers)
      if (held === undefined) return
      await ledger.claim(held.worker, 2, now)
      await ledger.release(
        held.worker,
        held.claims.map((claim) => claim.deliveryId),
        now,
      )
    },
    async 'outcomes are recorded, perhaps twice'() {
      const held = random.pick(workers)
      const claims = held?.claims.splice(0, 1 + random.upTo(3)) ?? []
      const outcomes: Outcome[] = []
      for (const claim of claims) outcomes.push(await outcomeOf(claim))
      for (let times = random.chance(0.3) ? 2 : 1; times > 0; times -= 1) {
        if (held !== undefined && outcomes.length > 0) await ledger.settle(held.worker, outcomes, now)
      }
    },
    async 'a worker dies'() {
      const [dead] = workers.splice(random.upTo(workers.length), 1)
      if (dead === undefined) return
      for (const claim of dead.claims) left.add(claim.deliveryId)
      const stale = (await ledger.staleWorkers(-3_600_000)).find(({ id }) => id === dead.worker)
      if (stale !== undefined) await ledger.bury(stale, now)
      // it does not know yet, and tells what it has seen
      const [claim] = dead.claims
      const late: Outcome = { deliveryId: claim?.deliveryId ?? '', to: 'pending', notBefore: now, spend: null }
      await ledger.settle(dead.worker, [late], now)
    },
    async 'WeChat tells of a send'() {
      const row = random.pick((await look(database)).deliveries)
      if (row === undefined) return
      const event = { openid: `openid-${row.memberId}`, templateId: row.templateId, delivered: random.chance(0.7) }
      await ledger.confirm({ ...event, msgid: row.msgid ?? `msg-${row.id}` }, now)
    },
    'staff pause': () => staff((transaction, id) => pauseNotice(transaction, id, 'staff')),
    'staff resume': () => staff(resumeNotice),
    async 'staff cancel'() {
      if (random.chance(0.2)) await staff(cancelNotice)
    },
    async 'WeChat refuses the template'() {
      const notice = random.chance(0.1) ? await anyNotice() : undefined
      if (notice !== undefined) await ledger.halt(notice.id, 'banned', now)
    },
    'what stopped is swept': () => ledger.sweepStopped(3, now),
    'what is over is finished': () => ledger.finishDone(now),
    'old unknowns are closed': () => ledger.closeOldUnknown(3_600_000, now),
    async 'staff settle a delivery'() {
      const row = random.pick((await look(database)).deliveries)
      const to = random.chance(0.5) ? 'sent' : 'failed'
      if (row !== undefined) await transact((transaction) => decideDelivery(transaction, row.id, to, now))
    },
  }

  const OFTEN = [
    'a worker claims',
    'outcomes are recorded, perhaps twice',
    'a chunk is prepared',
    'a member accepts once more',
  ]
  const NOW_AND_THEN = [
    ...['staff resume', 'staff decide a notice', 'WeChat tells of a send', 'a worker starts'],
    ...['what is over is finished', 'what is over is finished', 'staff follow one up', 'staff follow one up'],
  ]
  const deck = [...Object.keys(steps), ...NOW_AND_THEN, ...OFTEN, ...OFTEN, ...OFTEN, ...OFTEN]
  for (let index = 0; index < 5; index += 1) await steps['a member joins']?.()
  for (const what of ['staff decide a notice', 'staff decide a notice', 'a worker starts']) await steps[what]?.()

  return {
    /** Something happens; says what. */
    async step(): Promise<string> {
      now += random.upTo(20) * 60_000
      const what = random.pick(deck) ?? ''
      await steps[what]?.()
      return what
    },
    /** Deliveries that were handed out to be sent although their bytes may have left before. */
    again: () => again,
    /** How many grants are missing of those that were given; below zero when some appeared. */
    lost(seen: Seen): number {
      const sum = seen.balances.reduce((total, row) => total + row.available + usedOf(seen, row), 0)
      return grants - sum
    },
  }
}
