import type { EntityManager } from 'typeorm'
import type { TokenStore } from '../../wechat/ports'
import type { Database } from '../database'
import { sqlFor } from '../ledger/sql'

type Values = (string | number)[]

/** A right that ends later than any that is given was given before the database's clock was put back. */
const IMPOSSIBLE_MS = 60_000

const run = async (manager: EntityManager, query: string, values: Values): Promise<number> =>
  (await manager.queryRunner?.query(query, values, true))?.affected ?? 0

/**
 * The one access token of an app id. The right to refresh is a conditional update whose affected rows are counted; it
 * ends by the database's clock, and its ticket is the instant at which it ends.
 */
export function createTokenStore(database: Database): TokenStore {
  const sql = sqlFor(database.isMysql)

  async function nowOf(manager: EntityManager): Promise<number> {
    const [row] = (await manager.query(`SELECT ${sql.now} AS now`)) as { now: string | number }[]
    return Number(row?.now)
  }

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

    lock: (appid, generation, forMs) =>
      database.write(async (manager) => {
        if (generation === 0) {
          const ignore = database.isMysql ? 'INSERT IGNORE' : 'INSERT OR IGNORE'
          await run(
            manager,
            `${ignore} INTO wechat_token
              (appid, token, generation, expires_at, refreshed_at, refreshing_until, forced_at, forced_count)
              VALUES (?, '', 0, 0, 0, 0, 0, 0)`,
            [appid],
          )
        }
        const now = await nowOf(manager)
        const until = now + forMs
        const taken = await run(
          manager,
          `UPDATE wechat_token SET refreshing_until = ? WHERE appid = ? AND generation = ?
            AND (refreshing_until <= ? OR refreshing_until > ?)`,
          [until, appid, generation, now, now + IMPOSSIBLE_MS],
        )
        return taken === 1 ? until : null
      }),

    hold: (appid, generation, ticket, forMs) =>
      database.write(async (manager) => {
        const until = (await nowOf(manager)) + forMs
        const held = await run(
          manager,
          'UPDATE wechat_token SET refreshing_until = ? WHERE appid = ? AND generation = ? AND refreshing_until = ?',
          [until, appid, generation, ticket],
        )
        return held === 1 ? until : null
      }),

    save: (appid, generation, next, now) =>
      database.write(async (manager) => {
        await run(
          manager,
          `UPDATE wechat_token SET token = ?, generation = ?, expires_at = ?, refreshed_at = ?, refreshing_until = 0,
            forced_at = ?, forced_count = ? WHERE appid = ? AND generation = ?`,
          [next.token, generation + 1, next.expiresAt, now, next.forcedAt, next.forcedCount, appid, generation],
        )
      }),

    unlock: (appid, generation, ticket) =>
      database.write(async (manager) => {
        await run(
          manager,
          'UPDATE wechat_token SET refreshing_until = 0 WHERE appid = ? AND generation = ? AND refreshing_until = ?',
          [appid, generation, ticket],
        )
      }),
  }
}
