import type { Database } from '../../../server/store/database'
import { TEMPLATE_ID } from '../../support/ledgerRows'

const AT_ONCE = 50_000
const TABLES = {
  member: ['id, openid, created_at, last_seen_at', (id: string) => `${id}, ${id}, 1, 1`],
  member_topic: ['member_id, topic, subscribed, updated_at', (id: string) => `${id}, 'new_events', 1, 1`],
  grant_balance: ['member_id, template_id, available, updated_at', (id: string) => `${id}, '${TEMPLATE_ID}', 1000, 1`],
} as const

/** Members `from` to `to` with the topic on and grants left, made by the database itself. */
export async function addMembers(database: Database, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += AT_ONCE) {
    const last = Math.min(first + AT_ONCE, to) - 1
    const numbers = database.isMysql
      ? `SELECT seq AS i FROM seq_${first}_to_${last}`
      : `WITH RECURSIVE n(i) AS (VALUES (${first}) UNION ALL SELECT i + 1 FROM n WHERE i < ${last}) SELECT i FROM n`
    const id = database.isMysql ? "LPAD(i, 26, '0')" : "printf('%026d', i)"
    await database.write(async (manager) => {
      for (const [table, [columns, values]] of Object.entries(TABLES)) {
        await manager.query(`INSERT INTO ${table} (${columns}) SELECT ${values(id)} FROM (${numbers}) AS numbers`)
      }
    })
  }
}
