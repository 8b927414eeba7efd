import { IsNull, MoreThan, Not } from 'typeorm'
import type { SessionKeys } from '../../features/reminders/ports'
import type { Database } from '../database'
import { MemberSessionEntity } from '../entities'

export interface MemberSessionRepository {
  /** The member of a session that has not expired at `now`, or null. */
  find(tokenHash: string, now: number): Promise<string | null>
}

export const createMemberSessions = (database: Database): MemberSessionRepository => ({
  async find(tokenHash, now) {
    const session = await database.read.findOne(MemberSessionEntity, {
      where: { tokenHash, expiresAt: MoreThan(now) },
      select: { memberId: true },
    })
    return session?.memberId ?? null
  },
})

export const createSessionKeys = (database: Database): SessionKeys => ({
  async newest(memberId, now) {
    const session = await database.read.findOne(MemberSessionEntity, {
      where: { memberId, expiresAt: MoreThan(now), sessionKey: Not(IsNull()) },
      order: { createdAt: 'DESC' },
    })
    if (session === null || session.sessionKey === null) return null
    return { sealedKey: session.sessionKey, tokenHash: session.tokenHash }
  },
})
