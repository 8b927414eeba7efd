import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import {
  DeliveryEntity,
  GrantBalanceEntity,
  MemberEntity,
  MemberTopicEntity,
  NoticeEntity,
  type DeliveryRow,
  type GrantState,
  type NoticeRow,
} from '../../server/store/entities'
import type { Topic } from '../../shared/domain/topics'

export const TEMPLATE_ID = 'template-a'

/** A member with the topic on and some grants, as the alerts feature would have left them. */
export async function addMember(
  database: Database,
  options: { openid?: string; grants?: number; topic?: Topic; subscribed?: boolean; templateId?: string } = {},
): Promise<string> {
  const { grants = 1, topic = 'new_events', subscribed = true, templateId = TEMPLATE_ID } = options
  const id = newId()
  await database.write(async (manager) => {
    await manager.insert(MemberEntity, { id, openid: options.openid ?? `openid-${id}`, createdAt: 1, lastSeenAt: 1 })
    await manager.insert(MemberTopicEntity, { memberId: id, topic, subscribed, updatedAt: 1 })
    const balance = { memberId: id, templateId, available: grants, updatedAt: 1 }
    await manager.insert(GrantBalanceEntity, balance)
  })
  return id
}

export const turnOff = (database: Database, memberId: string, topic: Topic = 'new_events') =>
  database.write((manager) => manager.update(MemberTopicEntity, { memberId, topic }, { subscribed: false }))

export const erase = (database: Database, memberId: string) =>
  database.write(async (manager) => {
    await manager.delete(MemberEntity, { id: memberId })
    await manager.delete(MemberTopicEntity, { memberId })
    await manager.delete(GrantBalanceEntity, { memberId })
  })

/** A notice as publishing leaves it, but one that may go out at night: tests run at any hour. */
export async function addNotice(
  database: Database,
  options: Partial<
    Pick<
      NoticeRow,
      'kind' | 'status' | 'scheduledAt' | 'templateId' | 'articleId' | 'audience' | 'followsUp' | 'atNight'
    >
  > = {},
): Promise<string> {
  const { kind = 'preview', status = 'preparing', scheduledAt = null, templateId = TEMPLATE_ID } = options
  const { articleId = newId(), audience = 'topic', followsUp = null, atNight = true } = options
  const id = newId()
  await database.write((manager) =>
    manager.insert(NoticeEntity, {
      id,
      articleId,
      kind,
      dedupeKey: `${kind}:${articleId}:${id}`,
      templateId,
      templateValues: JSON.stringify({ thing1: '滨海长者健步行', time2: '2026年11月28日 09:00' }),
      page: `pages/article/index?id=${articleId}&notice=${id}`,
      status,
      haltReason: null,
      scheduledAt,
      preparedTo: null,
      createdBy: newId(),
      createdAt: Date.now(),
      startedAt: null,
      finishedAt: null,
      audience,
      followsUp,
      atNight,
      pauseReason: null,
      errorRun: 0,
    }),
  )
  return id
}

/** A delivery in some state, as the engine would have left it. */
export async function addDelivery(
  database: Database,
  more: Pick<DeliveryRow, 'noticeId' | 'memberId'> & Partial<DeliveryRow>,
): Promise<string> {
  const now = Date.now()
  const { memberId, templateId = TEMPLATE_ID, state = 'pending' } = more
  const isOpen = state === 'sending' || state === 'unknown'
  const id = newId()
  await database.write((manager) =>
    manager.insert(DeliveryEntity, {
      id,
      templateId,
      state,
      reason: null,
      grantState: 'none',
      attempts: 0,
      tokenWaits: 0,
      rateWaits: 0,
      workerId: null,
      notBefore: now,
      openKey: isOpen ? `${memberId}:${templateId}` : null,
      msgid: null,
      createdAt: now,
      sendingAt: now,
      settledAt: now,
      ...more,
    }),
  )
  return id
}

/** A delivery as a sender that saw no answer has left it. */
export const addUnknown = (
  database: Database,
  of: { noticeId: string; memberId: string; templateId?: string },
): Promise<string> => addDelivery(database, { ...of, state: 'unknown', reason: 'no_answer', grantState: 'spent' })

export const noticeRow = (database: Database, id: string): Promise<NoticeRow> =>
  database.read.findOneByOrFail(NoticeEntity, { id })

export const deliveriesOf = (database: Database, noticeId: string): Promise<DeliveryRow[]> =>
  database.read.find(DeliveryEntity, { where: { noticeId }, order: { memberId: 'ASC' } })

export async function deliveryOf(database: Database, noticeId: string, memberId: string): Promise<DeliveryRow> {
  return database.read.findOneByOrFail(DeliveryEntity, { noticeId, memberId })
}

/** `available/reserved/spent` of a member: the balance, and what the rows of their deliveries hold. */
export async function balanceOf(database: Database, memberId: string, templateId = TEMPLATE_ID): Promise<string> {
  const { available } = await database.read.findOneByOrFail(GrantBalanceEntity, { memberId, templateId })
  const rows = await database.read.findBy(DeliveryEntity, { memberId, templateId })
  const held = (state: GrantState) => rows.filter(({ grantState }) => grantState === state).length
  return `${available}/${held('reserved')}/${held('spent')}`
}

/** How many deliveries of a notice are in each state. */
export async function statesOf(database: Database, noticeId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of await deliveriesOf(database, noticeId)) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
