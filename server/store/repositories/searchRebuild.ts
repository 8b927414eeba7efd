import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../database'
import { SettingEntity } from '../entities'
import { followSearch } from './searchDocuments'

const SETTING = 'search_index'
/** Grows whenever tokens or texts are made differently: whoever starts then makes the index anew. */
export const indexVersion = (isMysql: boolean): string => (isMysql ? '2' : '1')
/** Few enough that whoever writes or reads meanwhile waits for a moment only. */
const BATCH = 25

export interface RebuildProgress {
  done: number
  total: number
}

export interface RebuildOptions {
  onProgress?: (progress: RebuildProgress) => void
  /** Stops after the batch under way. What is done stays done; the next start begins anew. */
  signal?: AbortSignal
}

/** Makes the search index anew while others read and write: each article is brought up to date as it stands then. */
export function createSearchRebuild(database: Database) {
  const version = indexVersion(database.isMysql)
  const idsAfter = async (sql: string, after: string): Promise<string[]> => {
    const rows = await database.read.query<{ id: string }[]>(sql, [after, BATCH])
    return rows.map(({ id }) => id)
  }
  const follow = (ids: string[]) =>
    database.write(async (manager) => {
      for (const id of ids) await followSearch(manager, id)
    })

  async function walk(sql: string, signal: AbortSignal | undefined, onBatch: (count: number) => void): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined && signal?.aborted !== true;) {
      const ids: string[] = await idsAfter(sql, after)
      if (ids.length > 0) await follow(ids)
      onBatch(ids.length)
      after = ids.at(-1)
      await nextTurn()
    }
  }

  return {
    async isNeeded(): Promise<boolean> {
      const kept = await database.read.findOneBy(SettingEntity, { name: SETTING })
      return kept?.value !== version
    },

    /** Returns how many articles were looked at. */
    async run({ onProgress = () => undefined, signal }: RebuildOptions = {}): Promise<number> {
      const [row] = await database.read.query<{ total: number | string }[]>('SELECT COUNT(*) AS total FROM article')
      const total = Number(row?.total ?? 0)
      let done = 0
      const count = (more: number) => {
        done += more
        onProgress({ done, total: Math.max(done, total) })
      }
      await walk('SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?', signal, count)
      // What has lost its article, by a backup that was put back or by hand.
      const orphans = `SELECT d.article_id AS id FROM search_document d LEFT JOIN article a ON a.id = d.article_id
        WHERE d.article_id > ? AND a.id IS NULL ORDER BY d.article_id LIMIT ?`
      await walk(orphans, signal, () => undefined)
      if (signal?.aborted !== true) {
        await database.write((manager) =>
          manager.save(SettingEntity, { name: SETTING, value: version, updatedAt: Date.now() }),
        )
      }
      return done
    },
  }
}
