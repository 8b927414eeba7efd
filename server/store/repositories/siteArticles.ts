import type { Block } from '../../../shared/domain/blocks'
import type { SavedState, SiteArticles } from '../../features/site/ports'
import type { Database } from '../database'
import { marks } from './articleSummaries'
import { inSlices } from './inSlices'
import { createLongReads } from './longReads'

interface StateRow {
  id: string
  version: number | string
  updated_at: number | string
}

const stateOf = (row: StateRow): SavedState => ({ version: Number(row.version), updatedAt: Number(row.updated_at) })

/** What the public web asks beside what members read. */
export function createSiteArticles(database: Database): SiteArticles {
  const { isMysql } = database
  const longReads = createLongReads()
  const indexed = (mysql: string, sqlite: string) => (isMysql ? `FORCE INDEX (${mysql})` : `INDEXED BY ${sqlite}`)
  const byKey = indexed('PRIMARY', 'sqlite_autoindex_article_1')
  // Holds all that a map says, in the order in which it says it.
  const ofMap = `FROM article ${indexed('ix_article_map', 'ix_article_map')} WHERE channel_id = ? AND status = 'published' AND id > ?`

  const byIds = async <T extends StateRow>(columns: string, ids: readonly string[]): Promise<T[]> =>
    ids.length === 0
      ? []
      : database.read.query<T[]>(
          `SELECT ${columns} FROM article ${byKey} WHERE id IN (${marks(ids)}) AND status = 'published'`,
          [...ids],
        )

  async function walk(channelId: string, each: number) {
    const parts: { after: string; last: string; updatedAt: number }[] = []
    await inSlices(async (after) => {
      const [part] = await database.read.query<{ last: string | null; updated_at: number | string }[]>(
        `SELECT MAX(id) AS last, MAX(updated_at) AS updated_at FROM (SELECT id, updated_at ${ofMap} ORDER BY id LIMIT ?) part`,
        [channelId, after, each],
      )
      const last = part?.last ?? null
      if (last !== null) parts.push({ after: after === '' ? '0' : after, last, updatedAt: Number(part?.updated_at) })
      return last
    })
    return parts
  }

  return {
    async isWithdrawn(id) {
      const rows = await database.read.query<unknown[]>(
        `SELECT id FROM article ${byKey} WHERE id = ? AND status = 'withdrawn'`,
        [id],
      )
      return rows.length > 0
    },

    async bodies(ids) {
      const rows = await byIds<StateRow & { blocks: string }>('id, version, updated_at, blocks', ids)
      return new Map(rows.map((row) => [row.id, { ...stateOf(row), blocks: JSON.parse(row.blocks) as Block[] }]))
    },

    async states(ids) {
      const rows = await byIds<StateRow>('id, version, updated_at', ids)
      return new Map(rows.map((row) => [row.id, stateOf(row)]))
    },

    parts: (channelId, each) => longReads(`${channelId} ${each}`, () => walk(channelId, each)),

    async entries(channelId, { after, last }, limit) {
      const rows = await database.read.query<{ id: string; updated_at: number | string }[]>(
        `SELECT id, updated_at ${ofMap} AND id <= ? ORDER BY id LIMIT ?`,
        [channelId, after, last, limit],
      )
      return rows.map((row) => ({ id: row.id, updatedAt: Number(row.updated_at) }))
    },
  }
}
