import { createLedger } from '../../server/store/ledger'
import { countStillGet } from '../../server/store/ledger/audience'
import { sqlFor } from '../../server/store/ledger/sql'
import { readOn } from '../../server/store/ledger/transaction'
import type { Database } from '../../server/store/database'
import { GrantBalanceEntity, MemberTopicEntity } from '../../server/store/entities'
import type { Ledger } from '../../server/delivery'
import type { DeliveryReason, DeliveryState } from '../../shared/domain/notice'
import type { Topic } from '../../shared/domain/topics'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import { addDelivery, addMember, addNotice, deliveriesOf, noticeRow, statesOf, turnOff } from '../support/ledgerRows'

const NOW = Date.UTC(2026, 10, 23, 4)
const CHANGE = 'template-change'
const ARTICLE = '01ARTICLE00000000000000000'

describe.each(availableDatabases)('whom a notice is for (%s)', (kind) => {
  let database: Database
  let ledger: Ledger
  let close: () => Promise<void>

  beforeEach(async () => {
    const fresh = await openFreshDatabase(kind)
    database = fresh.database
    close = fresh.close
    ledger = createLedger(database)
  })
  afterEach(() => close())

  const prepareAll = async (noticeId: string, chunk = 2) => {
    while (!(await ledger.prepareChunk(noticeId, chunk, NOW)).done);
  }
  const membersOf = async (noticeId: string) => (await deliveriesOf(database, noticeId)).map(({ memberId }) => memberId)
  const stillGet = (noticeId: string) => countStillGet(readOn(database), sqlFor(database.isMysql), noticeId)
  const asksFor = (memberId: string, topic: Topic, templateId: string, grants = 1) =>
    database.write(async (manager) => {
      await manager.insert(MemberTopicEntity, { memberId, topic, subscribed: true, updatedAt: 1 })
      const balance = { memberId, templateId, available: grants, updatedAt: 1 }
      await manager.insert(GrantBalanceEntity, balance)
    })
  const grant = (memberId: string) =>
    database.write((manager) => manager.increment(GrantBalanceEntity, { memberId }, 'available', 1))

  /** A member with a delivery of the article's preview that ended so. */
  const told = async (noticeId: string, state: DeliveryState, reason: DeliveryReason | null = null) => {
    const memberId = await addMember(database)
    await addDelivery(database, { noticeId, memberId, state, reason })
    return memberId
  }

  describe('a notice to those who were told', () => {
    const STATES = ['sent', 'unknown', 'unconfirmed', 'rejected', 'failed', 'skipped', 'pending'] as const

    const house = async (topic: Topic) => {
      const preview = await addNotice(database, { articleId: ARTICLE, status: 'finished' })
      const members: Record<string, string> = {}
      for (const state of STATES) {
        const memberId = await told(preview, state)
        members[state] = memberId
        await asksFor(memberId, topic, CHANGE)
      }
      // told, but they do not want to hear of this
      await told(preview, 'sent')
      // of another article
      const other = await addNotice(database, { status: 'finished' })
      await asksFor(await told(other, 'sent'), topic, CHANGE)
      await asksFor(await addMember(database), topic, CHANGE)
      return { preview, members }
    }

    it.each(['change', 'cancellation'] as const)('%s reaches whoever was or may have been told', async (what) => {
      const { members } = await house('event_change')
      const noticeId = await addNotice(database, {
        articleId: ARTICLE,
        kind: what,
        audience: 'told',
        templateId: CHANGE,
      })
      await prepareAll(noticeId)
      expect(await membersOf(noticeId)).toEqual([members.sent, members.unknown, members.unconfirmed].sort())
      expect(await statesOf(database, noticeId)).toEqual({ pending: 3 })
    })

    it('a reminder reaches whoever was certainly told of the event', async () => {
      const { members } = await house('event_reminder')
      const to = { articleId: ARTICLE, audience: 'told', templateId: CHANGE } as const
      const noticeId = await addNotice(database, { ...to, kind: 'reminder' })
      await prepareAll(noticeId)
      expect(await membersOf(noticeId)).toEqual([members.sent])
    })

    it('names each once who was told by several notices', async () => {
      const { members } = await house('event_change')
      const earlier = await addNotice(database, { articleId: ARTICLE, kind: 'change', status: 'finished' })
      await addDelivery(database, { noticeId: earlier, memberId: members.sent ?? '', state: 'sent' })
      await addDelivery(database, { noticeId: earlier, memberId: members.skipped ?? '', state: 'sent' })
      const to = { articleId: ARTICLE, audience: 'told', templateId: CHANGE } as const
      const noticeId = await addNotice(database, { ...to, kind: 'change' })
      await prepareAll(noticeId, 1)
      const expected = [members.sent, members.unknown, members.unconfirmed, members.skipped]
      expect(await membersOf(noticeId)).toEqual(expected.sort())
    })

    it('reaches nobody when nobody was told', async () => {
      await asksFor(await addMember(database), 'event_change', CHANGE)
      const noticeId = await addNotice(database, { kind: 'change', audience: 'told', templateId: CHANGE })
      await prepareAll(noticeId)
      expect(await ledger.finishDone(NOW)).toBe(1)
      expect(await statesOf(database, noticeId)).toEqual({})
    })
  })

  describe('a follow-up', () => {
    const followUp = (root: string) =>
      addNotice(database, { articleId: ARTICLE, audience: 'follow_up', followsUp: root })

    // Fails when the condition on what the chain has sent already is left out: seven are told again.
    it('reaches those left out who can get it now, and nobody who has it or may have it', async () => {
      const root = await addNotice(database, { articleId: ARTICLE, status: 'finished' })
      const can = [
        await told(root, 'skipped', 'no_grant'),
        await told(root, 'skipped', 'notice_halted'),
        await told(root, 'rejected', 'not_subscribed'),
        await told(root, 'failed', 'budget_spent'),
        // subscribed after the audience was frozen
        await addMember(database),
      ]
      for (const state of ['pending', 'sending', 'sent', 'unknown', 'unconfirmed'] as const) await told(root, state)
      await told(root, 'rejected', 'invalid_openid')
      const [off, none] = [await told(root, 'skipped', 'no_grant'), await addMember(database, { grants: 0 })]
      await turnOff(database, off)
      expect(await stillGet(root)).toBe(5)

      const noticeId = await followUp(root)
      await prepareAll(noticeId)
      expect(await membersOf(noticeId)).toEqual(can.sort())
      expect(await statesOf(database, noticeId)).toEqual({ pending: 5 })

      // the next one in the chain leaves those out as well
      await database.write((manager) => manager.query("UPDATE notice SET status = 'finished' WHERE id = ?", [noticeId]))
      for (const memberId of can) await grant(memberId)
      await grant(none)
      expect(await stillGet(root)).toBe(1)
      expect(await stillGet(noticeId)).toBe(1)
      const next = await followUp(root)
      await prepareAll(next)
      expect(await membersOf(next)).toEqual([none])
    })

    it('of a change goes to those who were told of the event, not to every subscriber', async () => {
      const preview = await addNotice(database, { articleId: ARTICLE, status: 'finished' })
      const toldOnce = await told(preview, 'sent')
      const change = { articleId: ARTICLE, kind: 'change', templateId: CHANGE } as const
      const root = await addNotice(database, { ...change, audience: 'told', status: 'finished' })
      await addDelivery(database, { noticeId: root, memberId: toldOnce, state: 'skipped', reason: 'no_grant' })
      await asksFor(toldOnce, 'event_change', CHANGE)
      await asksFor(await addMember(database), 'event_change', CHANGE)
      expect(await stillGet(root)).toBe(1)
      const noticeId = await addNotice(database, { ...change, audience: 'follow_up', followsUp: root })
      await prepareAll(noticeId)
      expect(await membersOf(noticeId)).toEqual([toldOnce])
    })

    it('waits until the notice that it follows up has its whole audience', async () => {
      for (let index = 0; index < 5; index += 1) await addMember(database, { grants: 2 })
      const root = await addNotice(database, { articleId: ARTICLE })
      const noticeId = await followUp(root)
      expect(await stillGet(root)).toBe(0)
      await ledger.prepareChunk(root, 2, NOW)
      expect(await ledger.prepareChunk(noticeId, 10, NOW)).toEqual({ added: 0, done: true })
      expect(await ledger.nextToPrepare()).toBe(root)
      await prepareAll(root)
      expect(await ledger.nextToPrepare()).toBe(noticeId)
      await prepareAll(noticeId)
      expect(await statesOf(database, noticeId)).toEqual({})
    })

    // Fails when a follow-up does not wait for the older ones of its chain: members stand in both.
    it('shares nobody with another one that is prepared at the same time', async () => {
      const root = await addNotice(database, { articleId: ARTICLE, status: 'finished' })
      for (let index = 0; index < 20; index += 1) await addMember(database, { grants: 2 })
      const both = [await followUp(root), await followUp(root)]
      while (both.length > 0) {
        const waiting = await ledger.nextToPrepare()
        if (waiting === null) break
        await Promise.all(both.map((id) => ledger.prepareChunk(id, 3, NOW)))
      }
      const members = (await Promise.all(both.map(membersOf))).flat()
      expect(members).toHaveLength(20)
      expect(new Set(members).size).toBe(20)
      for (const id of both) expect((await noticeRow(database, id)).status).toBe('running')
    })
  })
})
