import type { Members } from '../../features/members/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { MemberEntity, MemberSessionEntity } from '../entities'

export const createMembers = (database: Database): Members => ({
  openSession: ({ openid, tokenHash, sealedKey, now, expiresAt }) =>
    database.write(async (manager) => {
      // An upsert rather than a look first: two devices of one member may log in at the same moment.
      await manager
        .createQueryBuilder()
        .insert()
        .into(MemberEntity)
        .values({ id: newId(), openid, createdAt: now, lastSeenAt: now })
        .orUpdate(['last_seen_at'], ['openid'])
        .updateEntity(false)
        .execute()
      const member = await manager.findOneOrFail(MemberEntity, { where: { openid }, select: { id: true } })
      await manager
        .createQueryBuilder()
        .delete()
        .from(MemberSessionEntity)
        .where('member_id = :memberId AND expires_at <= :now', { memberId: member.id, now })
        .execute()
      const session = { tokenHash, memberId: member.id, createdAt: now, expiresAt, sessionKey: sealedKey }
      await manager.insert(MemberSessionEntity, session)
      return { memberId: member.id }
    }),
})
