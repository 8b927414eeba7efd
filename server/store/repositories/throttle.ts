import type { Throttle } from '../../features/staff/ports'
import type { Database } from '../database'
import { LoginAttemptEntity } from '../entities'

/** Adds one, or begins anew where the window is over. `failures` is set first: MySQL reads left to right. */
const SET = `failures = CASE WHEN window_ends_at <= ? THEN 1 ELSE failures + 1 END,
  window_ends_at = CASE WHEN window_ends_at <= ? THEN ? ELSE window_ends_at END`

export function createThrottle(database: Database): Throttle & { removeEnded(now: number): Promise<void> } {
  const conflict = database.isMysql ? 'ON DUPLICATE KEY UPDATE' : 'ON CONFLICT (throttle_key) DO UPDATE SET'

  return {
    count(key, windowMs, now) {
      return database.write(async (manager) => {
        await manager.query(
          `INSERT INTO login_attempt (throttle_key, failures, window_ends_at) VALUES (?, 1, ?) ${conflict} ${SET}`,
          [key, now + windowMs, now, now, now + windowMs],
        )
        const row = await manager.findOneByOrFail(LoginAttemptEntity, { throttleKey: key })
        return { tries: row.failures, endsAt: row.windowEndsAt }
      })
    },

    async forget(key) {
      await database.write((manager) => manager.delete(LoginAttemptEntity, key))
    },

    async removeEnded(now) {
      await database.write((manager) => manager.query('DELETE FROM login_attempt WHERE window_ends_at <= ?', [now]))
    },
  }
}
