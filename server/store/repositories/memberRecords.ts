import { IsNull } from 'typeorm'
import type { MemberRecords, StoredConsent, StoredMember, StoredRows } from '../../features/members/ports'
import type { DeliveryState, NoticeKind } from '../../../shared/domain/notice'
import type { Database } from '../database'
import {
  DeliveryEntity,
  GrantAnswerEntity,
  GrantBalanceEntity,
  MemberConsentEntity,
  MemberEntity,
  MemberEventChoiceEntity,
  MemberSessionEntity,
  MemberTopicEntity,
  StaffBindingEntity,
  StaffEntity,
} from '../entities'

type Row = Record<string, string | number | null>
const numberOrNull = (value: Row[string] = null): number | null => (value === null ? null : Number(value))

/** With what each delivery was about, oldest first. */
const DELIVERIES = `SELECT d.notice_id, n.kind, n.article_id, d.state, d.created_at, d.sending_at, d.settled_at
  FROM delivery AS d JOIN notice AS n ON n.id = d.notice_id WHERE d.member_id = ? ORDER BY d.id`

/** What is kept about a member. A table that names a member and is not read here is found by its test. */
export function createMemberRecords(database: Database): MemberRecords {
  const { read } = database
  const find = async (memberId: string): Promise<StoredMember | null> => {
    const row = await read.findOneBy(MemberEntity, { id: memberId })
    return row && { id: row.id, createdAt: row.createdAt, lastSeenAt: row.lastSeenAt }
  }
  const consentOf = async (memberId: string): Promise<StoredConsent | null> =>
    read.findOne(MemberConsentEntity, { where: { memberId, withdrawnAt: IsNull() }, order: { id: 'DESC' } })
  const deliveriesOf = async (memberId: string): Promise<StoredRows['deliveries']> =>
    (await read.query<Row[]>(DELIVERIES, [memberId])).map((row) => ({
      noticeId: String(row.notice_id),
      kind: row.kind as NoticeKind,
      // A test to oneself is about no article.
      articleId: String(row.article_id) || null,
      state: row.state as DeliveryState,
      createdAt: Number(row.created_at),
      sendingAt: numberOrNull(row.sending_at),
      settledAt: numberOrNull(row.settled_at),
    }))

  const bindingOf = async (memberId: string): Promise<StoredRows['bindings']> => {
    const row = await read.findOneBy(StaffBindingEntity, { memberId })
    if (row === null) return []
    const staff = await read.findOneBy(StaffEntity, { id: row.staffId })
    return [{ staff: staff?.name ?? '', boundAt: row.boundAt }]
  }

  return {
    async overview(memberId) {
      const [member, consent, topics, answers, deliveries, eventChoices, sessions] = await Promise.all([
        find(memberId),
        consentOf(memberId),
        read.countBy(MemberTopicEntity, { memberId }),
        read.countBy(GrantAnswerEntity, { memberId }),
        read.countBy(DeliveryEntity, { memberId }),
        read.countBy(MemberEventChoiceEntity, { memberId }),
        read.countBy(MemberSessionEntity, { memberId }),
      ])
      if (member === null) return null
      return { member, consent, stored: { topics, answers, deliveries, eventChoices, sessions } }
    },

    async everything(memberId) {
      const where = { memberId }
      const [member, consents, topics, balances, given, choices, deliveries, sessions, bindings] = await Promise.all([
        find(memberId),
        read.find(MemberConsentEntity, { where, order: { id: 'ASC' } }),
        read.find(MemberTopicEntity, { where, order: { topic: 'ASC' } }),
        read.find(GrantBalanceEntity, { where, order: { templateId: 'ASC' } }),
        read.find(GrantAnswerEntity, { where, order: { id: 'ASC' } }),
        read.find(MemberEventChoiceEntity, { where, order: { articleId: 'ASC' } }),
        deliveriesOf(memberId),
        read.find(MemberSessionEntity, { where, order: { createdAt: 'ASC' } }),
        bindingOf(memberId),
      ])
      if (member === null) return null
      return {
        member,
        consents: consents.map(({ version, givenAt, withdrawnAt }) => ({ version, givenAt, withdrawnAt })),
        topics: topics.map(({ topic, subscribed, updatedAt }) => ({ topic, subscribed, updatedAt })),
        grants: balances.map(({ templateId, available, updatedAt }) => ({ templateId, available, updatedAt })),
        answers: given.map(({ templateId, answer, at }) => ({ templateId, answer, at })),
        eventChoices: choices.map(({ articleId, remind, updatedAt }) => ({ articleId, remind, updatedAt })),
        deliveries,
        sessions: sessions.map(({ createdAt, expiresAt }) => ({ createdAt, expiresAt })),
        bindings,
      }
    },
  }
}
