import type { EventMemory } from '../../features/callbacks/ports'
import type { Database } from '../database'

/** Keys of WeChat's events that have been acted upon, so that one that is told again changes nothing. */
export const createEventMemory = (database: Database): EventMemory => ({
  async has(key) {
    const rows: unknown[] = await database.read.query('SELECT 1 AS found FROM wechat_event WHERE dedupe_key = ?', [key])
    return rows.length > 0
  },

  async remember(key, now) {
    const insert = database.isMysql ? 'INSERT IGNORE' : 'INSERT OR IGNORE'
    await database.write((manager) =>
      manager.query(`${insert} INTO wechat_event (dedupe_key, received_at) VALUES (?, ?)`, [key, now]),
    )
  },
})
