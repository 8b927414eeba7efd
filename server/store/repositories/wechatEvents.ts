import type { EventMemory } from '../../features/callbacks/ports'
import type { Database } from '../database'

/** An event that is signed more than minutes ago is refused anyway; a day is far more than enough to remember it. */
const KEPT_MS = 24 * 3_600_000

/** Keys of WeChat's events that have been acted upon, so that one that is told again changes nothing. */
export const createEventMemory = (database: Database): EventMemory => ({
  async has(key) {
    const rows: unknown[] = await database.read.query('SELECT 1 AS found FROM wechat_event WHERE dedupe_key = ?', [key])
    return rows.length > 0
  },

  async remember(key, now) {
    const insert = database.isMysql ? 'INSERT IGNORE' : 'INSERT OR IGNORE'
    await database.write(async (manager) => {
      await manager.query(`${insert} INTO wechat_event (dedupe_key, received_at) VALUES (?, ?)`, [key, now])
      // One event in 256 clears away what is old.
      if (key.startsWith('00')) await manager.query('DELETE FROM wechat_event WHERE received_at < ?', [now - KEPT_MS])
    })
  },
})
