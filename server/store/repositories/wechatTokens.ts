import type { TokenStore } from '../../wechat/ports'
import type { Database } from '../database'

/** The one access token of an app id. The right to refresh is a conditional update whose affected rows are counted. */
export function createTokenStore(database: Database): TokenStore {
  const run = (query: string, values: (string | number)[]): Promise<number> =>
    database.write(async (manager) => (await manager.queryRunner?.query(query, values, true))?.affected ?? 0)

  return {
    async read(appid) {
      const rows: Record<string, string | number>[] = await database.read.query(
        'SELECT token, generation, expires_at, forced_at, forced_count FROM wechat_token WHERE appid = ?',
        [appid],
      )
      const [row] = rows
      if (row === undefined) return null
      return {
        token: String(row.token),
        generation: Number(row.generation),
        expiresAt: Number(row.expires_at),
        forcedAt: Number(row.forced_at),
        forcedCount: Number(row.forced_count),
      }
    },

    async lock(appid, generation, now, until) {
      if (generation === 0) {
        const ignore = database.isMysql ? 'INSERT IGNORE' : 'INSERT OR IGNORE'
        await run(
          `${ignore} INTO wechat_token
            (appid, token, generation, expires_at, refreshed_at, refreshing_until, forced_at, forced_count)
            VALUES (?, '', 0, 0, 0, 0, 0, 0)`,
          [appid],
        )
      }
      const taken = await run(
        'UPDATE wechat_token SET refreshing_until = ? WHERE appid = ? AND generation = ? AND refreshing_until <= ?',
        [until, appid, generation, now],
      )
      return taken === 1
    },

    async save(appid, generation, next, now) {
      await run(
        `UPDATE wechat_token SET token = ?, generation = ?, expires_at = ?, refreshed_at = ?, refreshing_until = 0,
          forced_at = ?, forced_count = ? WHERE appid = ? AND generation = ?`,
        [next.token, generation + 1, next.expiresAt, now, next.forcedAt, next.forcedCount, appid, generation],
      )
    },

    async unlock(appid, generation) {
      await run('UPDATE wechat_token SET refreshing_until = 0 WHERE appid = ? AND generation = ?', [appid, generation])
    },
  }
}
