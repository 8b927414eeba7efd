import type { EntityManager } from 'typeorm'
import { formatIsoDate, toWallClock } from '../../../shared/domain/time'

const AT_ONCE = 500

type Counts = readonly (readonly [articleId: string, views: number])[]

/**
 * Adds views to the counts of the day and of the hour of Shanghai that hold `at` (ms), within the transaction that adds
 * them to the articles. `counts` come in one order everywhere, so that two processes never wait for each other's rows.
 */
export async function addToDay(manager: EntityManager, isMysql: boolean, counts: Counts, at: number): Promise<void> {
  const again = (keys: string, table: string) =>
    isMysql
      ? 'ON DUPLICATE KEY UPDATE views = views + VALUES(views)'
      : `ON CONFLICT (${keys}) DO UPDATE SET views = ${table}.views + excluded.views`
  const day = formatIsoDate(at)
  for (let from = 0; from < counts.length; from += AT_ONCE) {
    const part = counts.slice(from, from + AT_ONCE)
    await manager.query(
      `INSERT INTO article_view_day (day, article_id, views) VALUES ${part.map(() => '(?, ?, ?)').join(', ')}
       ${again('day, article_id', 'article_view_day')}`,
      part.flatMap(([articleId, views]) => [day, articleId, views]),
    )
  }
  const sum = counts.reduce((total, [, views]) => total + views, 0)
  await manager.query(`INSERT INTO view_hour (day, hour, views) VALUES (?, ?, ?) ${again('day, hour', 'view_hour')}`, [
    day,
    toWallClock(at).hour,
    sum,
  ])
}
