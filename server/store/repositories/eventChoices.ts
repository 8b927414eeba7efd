import type { EventChoices } from '../../features/reminders/ports'
import type { Database } from '../database'
import { GrantBalanceEntity, MemberEventChoiceEntity, MemberTopicEntity } from '../entities'
import { TOLD } from '../ledger/audience'
import { lockMember } from './memberLock'

type Row = Record<string, string | number | null>

/** As members can read it. */
const EVENT = `SELECT a.id, e.ends_at FROM article AS a LEFT JOIN event AS e ON e.article_id = a.id
  WHERE a.id = ? AND a.status = 'published'`

const TOLD_OF = TOLD.reminder
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')
const WAS_TOLD = `SELECT 1 AS found FROM delivery AS d JOIN notice AS n ON n.id = d.notice_id
  WHERE d.member_id = ? AND n.article_id = ? AND n.kind IN (${marks(TOLD_OF.kinds ?? [])})
    AND COALESCE(d.state, '') IN (${marks(TOLD_OF.states)}) LIMIT 1`

export const createEventChoices = (database: Database): EventChoices => ({
  async find(articleId) {
    const [row] = await database.read.query<Row[]>(EVENT, [articleId])
    if (row === undefined) return null
    const { ends_at: endsAt = null } = row
    return { event: endsAt === null ? null : { endsAt: Number(endsAt) } }
  },

  async standing(memberId, articleId, templateId) {
    const [choice, topic, balance, told] = await Promise.all([
      database.read.findOneBy(MemberEventChoiceEntity, { memberId, articleId }),
      database.read.findOneBy(MemberTopicEntity, { memberId, topic: 'event_reminder' }),
      database.read.findOneBy(GrantBalanceEntity, { memberId, templateId }),
      database.read.query<Row[]>(WAS_TOLD, [memberId, articleId, ...(TOLD_OF.kinds ?? []), ...TOLD_OF.states]),
    ])
    return {
      choice: choice?.remind ?? null,
      subscribed: topic?.subscribed ?? false,
      told: told.length > 0,
      remaining: balance?.available ?? 0,
    }
  },

  choose: (memberId, articleId, remind, now) =>
    database.write(async (manager) => {
      await lockMember(manager, memberId, now)
      await manager
        .createQueryBuilder()
        .insert()
        .into(MemberEventChoiceEntity)
        .values({ memberId, articleId, remind, updatedAt: now })
        .orUpdate(['remind', 'updated_at'], ['member_id', 'article_id'])
        .updateEntity(false)
        .execute()
    }),
})
