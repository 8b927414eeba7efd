import { In, type EntityManager } from 'typeorm'
import type { Topic } from '../../../shared/domain/topics'
import type { AlertStore, Answers, TopicAnswer } from '../../features/alerts/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import {
  GrantAnswerEntity,
  GrantBalanceEntity,
  MemberEntity,
  MemberEventChoiceEntity,
  MemberTopicEntity,
} from '../entities'
import { lockMember } from './memberLock'

async function setTopic(manager: EntityManager, memberId: string, topic: Topic, subscribed: boolean, now: number) {
  await manager
    .createQueryBuilder()
    .insert()
    .into(MemberTopicEntity)
    .values({ memberId, topic, subscribed, updatedAt: now })
    .orUpdate(['subscribed', 'updated_at'], ['member_id', 'topic'])
    .updateEntity(false)
    .execute()
  // The later decision counts: who wants no reminders at all wants none of the events that they chose before.
  if (topic === 'event_reminder' && !subscribed) {
    await manager.delete(MemberEventChoiceEntity, { memberId, remind: true })
  }
}

async function addGrant(manager: EntityManager, memberId: string, templateId: string, now: number): Promise<void> {
  // Looking first avoids InnoDB's gap lock on a missing row; the member's lock keeps the answer true.
  if (await manager.existsBy(GrantBalanceEntity, { memberId, templateId })) {
    await manager.update(
      GrantBalanceEntity,
      { memberId, templateId },
      { available: () => 'available + 1', updatedAt: now },
    )
    return
  }
  await manager.insert(GrantBalanceEntity, {
    memberId,
    templateId,
    available: 1,
    updatedAt: now,
  })
}

/** Takes the other teller's oldest accept that nobody has matched yet; false when there is none. */
async function takeOtherTelling(
  manager: EntityManager,
  memberId: string,
  templateId: string,
  { source, matchSince }: Answers,
): Promise<boolean> {
  const told = await manager
    .createQueryBuilder(GrantAnswerEntity, 'told')
    .where('told.memberId = :memberId AND told.templateId = :templateId', { memberId, templateId })
    .andWhere("told.answer = 'accept' AND told.matched = 0 AND told.source <> :source", { source })
    .andWhere('told.at >= :matchSince', { matchSince })
    .orderBy('told.at')
    .addOrderBy('told.id')
    .limit(1)
    .getOne()
  if (told === null) return false
  await manager.update(GrantAnswerEntity, { id: told.id }, { matched: true })
  return true
}

/** Those whose request key was not recorded before, each key once, in one order so that writers never cross. */
async function notYetRecorded(manager: EntityManager, answers: TopicAnswer[]): Promise<TopicAnswer[]> {
  const byKey = new Map(answers.map((answer) => [answer.requestKey, answer]))
  const recorded = await manager.find(GrantAnswerEntity, {
    where: { requestKey: In([...byKey.keys()]) },
    select: { id: true, requestKey: true },
  })
  for (const { requestKey } of recorded) if (requestKey !== null) byKey.delete(requestKey)
  return [...byKey.values()].sort((a, b) => (a.templateId < b.templateId ? -1 : 1))
}

async function recordAnswers(manager: EntityManager, memberId: string, told: Answers): Promise<void> {
  const { source, now } = told
  await lockMember(manager, memberId, now)
  for (const { templateId, topic, answer, requestKey } of await notYetRecorded(manager, told.answers)) {
    const accepted = answer === 'accept'
    const matched = accepted && (await takeOtherTelling(manager, memberId, templateId, told))
    await manager.insert(GrantAnswerEntity, {
      id: newId(),
      memberId,
      templateId,
      answer,
      source,
      matched,
      requestKey,
      at: now,
    })
    if (!accepted || matched) continue
    await addGrant(manager, memberId, templateId, now)
    await setTopic(manager, memberId, topic, true, now)
  }
}

async function recordUnsubscribed(manager: EntityManager, memberId: string, answers: TopicAnswer[], now: number) {
  await lockMember(manager, memberId, now)
  for (const { templateId, topic, answer, requestKey } of await notYetRecorded(manager, answers)) {
    const row = { id: newId(), memberId, templateId, answer, requestKey, at: now }
    await manager.insert(GrantAnswerEntity, { ...row, source: 'wechat', matched: false })
    await manager.update(GrantBalanceEntity, { memberId, templateId }, { available: 0, updatedAt: now })
    await setTopic(manager, memberId, topic, false, now)
  }
}

export const createAlertStore = (database: Database): AlertStore => ({
  async ofMember(memberId) {
    const [topics, balances] = await Promise.all([
      database.read.findBy(MemberTopicEntity, { memberId }),
      database.read.findBy(GrantBalanceEntity, { memberId }),
    ])
    return {
      subscribed: new Set(topics.filter(({ subscribed }) => subscribed).map(({ topic }) => topic)),
      available: new Map(balances.map(({ templateId, available }) => [templateId, available])),
    }
  },
  async memberOf(openid) {
    const member = await database.read.findOne(MemberEntity, { where: { openid }, select: { id: true } })
    return member?.id ?? null
  },
  recordAnswers: (memberId, answers) => database.write((manager) => recordAnswers(manager, memberId, answers)),
  setTopic: (memberId, topic, subscribed, now) =>
    database.write(async (manager) => {
      await lockMember(manager, memberId, now)
      await setTopic(manager, memberId, topic, subscribed, now)
    }),
  recordUnsubscribed: (memberId, answers, now) =>
    database.write((manager) => recordUnsubscribed(manager, memberId, answers, now)),
})
