import { MoreThan } from 'typeorm'
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
