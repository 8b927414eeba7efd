import type { PresenceStore } from '../../features/articles/portsPresence'
import type { Database } from '../database'

export function createPresenceStore(database: Database): PresenceStore {
  const again = database.isMysql
    ? 'ON DUPLICATE KEY UPDATE expires_at = VALUES(expires_at)'
    : 'ON CONFLICT (article_id, staff_id) DO UPDATE SET expires_at = excluded.expires_at'

  return {
    async renew({ articleId, staffId, now, expiresAt }) {
      await database.write(async (manager) => {
        await manager.query('DELETE FROM article_presence WHERE article_id = ? AND expires_at <= ?', [articleId, now])
        await manager.query(
          `INSERT INTO article_presence (article_id, staff_id, began_at, expires_at) VALUES (?, ?, ?, ?) ${again}`,
          [articleId, staffId, now, expiresAt],
        )
      })
      const rows = await database.read.query<{ name: string; began_at: number | string }[]>(
        `SELECT s.name, p.began_at FROM article_presence p JOIN staff s ON s.id = p.staff_id
         WHERE p.article_id = ? AND p.staff_id <> ? AND p.expires_at > ? ORDER BY p.began_at, s.id`,
        [articleId, staffId, now],
      )
      return rows.map((row) => ({ name: row.name, since: Number(row.began_at) }))
    },

    async leave(articleId, staffId) {
      await database.write((manager) =>
        manager.query('DELETE FROM article_presence WHERE article_id = ? AND staff_id = ?', [articleId, staffId]),
      )
    },
  }
}
