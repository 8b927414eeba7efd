import { In, MoreThan } from 'typeorm'
import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/time'
import type { SessionStore } from '../../features/staff/portsPeople'
import type { StaffSessions } from '../../http/ports'
import type { Database } from '../database'
import { StaffSessionEntity, type StaffRow } from '../entities'
import { recordAudit } from './audit'
import { ADMINISTRATORS } from './staffTwoStep'

/** An unused session ends after this. */
const IDLE_MS = 12 * HOUR_MS
/** Use is noted this often at most: a write for each request would cost more than the request. */
const NOTE_MS = MINUTE_MS

type Found = Pick<StaffRow, 'id' | 'login' | 'name' | 'role'> & {
  last_seen_at: number | string
  confirmed_at: number | string | null
  sign_in: string | null
}

type Sessions = StaffSessions & SessionStore & { removeEnded(now: number): Promise<void> }

export function createStaffSessions(database: Database): Sessions {
  return {
    async find(tokenHash, now) {
      const [found] = await database.read.query<Found[]>(
        `SELECT s.id, s.login, s.name, s.role, t.last_seen_at, w.confirmed_at,
           (SELECT value FROM setting WHERE name = 'sign_in') AS sign_in
         FROM staff_session t JOIN staff s ON s.id = t.staff_id LEFT JOIN staff_second_step w ON w.staff_id = s.id
         WHERE t.token_hash = ? AND t.expires_at > ? AND t.last_seen_at > ? AND s.disabled = 0`,
        [tokenHash, now, now - IDLE_MS],
      )
      if (found === undefined) return null
      if (now - Number(found.last_seen_at) > NOTE_MS) {
        await database.write((manager) => manager.update(StaffSessionEntity, tokenHash, { lastSeenAt: now }))
      }
      const { id, login, name, role, sign_in: rule, confirmed_at: confirmedAt } = found
      const mustEnrol = role === 'administrator' && rule === ADMINISTRATORS && confirmedAt === null
      return { id, login, name, role, mustEnrol }
    },

    openSessions: (staffId, now) =>
      database.read.find(StaffSessionEntity, {
        where: { staffId, expiresAt: MoreThan(now), lastSeenAt: MoreThan(now - IDLE_MS) },
        order: { lastSeenAt: 'DESC', createdAt: 'DESC' },
      }),

    async end(staffId, tokenHashes, audit) {
      await database.write(async (manager) => {
        await manager.delete(StaffSessionEntity, { staffId, tokenHash: In(tokenHashes) })
        await recordAudit(manager, audit)
      })
    },

    async removeEnded(now) {
      await database.write((manager) =>
        manager.query('DELETE FROM staff_session WHERE expires_at <= ? OR last_seen_at <= ?', [now, now - IDLE_MS]),
      )
    },
  }
}
