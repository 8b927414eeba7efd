import type { EntityManager } from 'typeorm'
import { formatIsoDate, toWallClock } from '../../../shared/domain/time'
import { number, sqlFor, text } from '../ledger/sql'

/** A statement that is always the same is prepared once. */
const AT_ONCE = 500
const COLUMNS = [text('of_article'), number('more')]

type Counts = readonly (readonly [articleId: string, views: number])[]

/**
 * Adds views to the counts of the day and of the hour of Shanghai that hold `at` (ms), within the transaction that adds
 * them to the articles. `counts` come in one order everywhere, so that two processes never wait for each other's rows.
 */
export async function addToDay(manager: EntityManager, isMysql: boolean, counts: Counts, at: number): Promise<void> {
  const again = (keys: string, table: string, added: string) =>
    isMysql
      ? `ON DUPLICATE KEY UPDATE views = ${table}.views + ${added}`
      : `ON CONFLICT (${keys}) DO UPDATE SET views = ${table}.views + excluded.views`
  const day = formatIsoDate(at)
  for (let from = 0; from < counts.length; from += AT_ONCE) {
    await manager.query(
      `INSERT INTO article_view_day (day, article_id, views)
       SELECT ?, j.of_article, j.more FROM ${sqlFor(isMysql).rows(COLUMNS)} WHERE true
       ${again('day, article_id', 'article_view_day', 'j.more')}`,
      [day, JSON.stringify(counts.slice(from, from + AT_ONCE))],
    )
  }
  const sum = counts.reduce((total, [, views]) => total + views, 0)
  await manager.query(
    `INSERT INTO view_hour (day, hour, views) VALUES (?, ?, ?) ${again('day, hour', 'view_hour', 'VALUES(views)')}`,
    [day, toWallClock(at).hour, sum],
  )
}
