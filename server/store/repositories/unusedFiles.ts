import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { attachmentFile } from '../../../shared/domain/attachments'
import type { UnusedFiles } from '../../features/retention/ports'
import type { Database } from '../database'
import { isAttached } from './attachmentUses'
import { recordAudit } from './audit'
import { doom } from './doomedFiles'
import { isInHistory, isShown, removePicture } from './pictureUses'

interface Candidate {
  id: string
  name: string
  /** Of a cut. */
  file: string
}

interface Kind {
  candidates: string
  isUsed(manager: EntityManager, candidate: Candidate): Promise<boolean>
  /** Answers the files that are to go with the row. */
  remove(manager: EntityManager, candidate: Candidate): Promise<string[]>
}

const DUE = 'created_at <= ? AND checked_at <= ? ORDER BY checked_at, id LIMIT ?'

/** What stands in no list and is out of everybody's reach once nothing names it. Pictures of the library stay. */
const KINDS: Record<'attachment' | 'media', Kind> = {
  attachment: {
    candidates: `SELECT id, name, '' AS file FROM attachment WHERE ${DUE}`,
    isUsed: (manager, { id }) => isAttached(manager, id),
    async remove(manager, { id }) {
      await manager.query('DELETE FROM attachment WHERE id = ?', [id])
      return [attachmentFile(id)]
    },
  },
  media: {
    candidates: `SELECT id, name, file FROM media WHERE cut_of IS NOT NULL AND ${DUE}`,
    isUsed: async (manager, cut) => (await isShown(manager, cut)) || isInHistory(manager, cut),
    remove: (manager, cut) => removePicture(manager, cut),
  },
}

const ID = /[0-9a-hjkmnp-tv-z]{26}/g
const ROWS_AT_ONCE = 100

/** Takes out of `ids` those that an article or an earlier save names: one walk for all of them, with turns for others. */
async function leaveUnnamed({ read }: Database, ids: Set<string>): Promise<void> {
  for (const table of ['article', 'article_revision']) {
    for (let after: string | undefined = ''; after !== undefined && ids.size > 0;) {
      const rows: { id: string; cover_id: string | null; body_html: string }[] = await read.query(
        `SELECT id, cover_id, body_html FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`,
        [after, ROWS_AT_ONCE],
      )
      for (const { cover_id: cover, body_html: body } of rows) {
        if (cover !== null) ids.delete(cover)
        for (const [id] of body.matchAll(ID)) ids.delete(id)
      }
      after = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.id
      await nextTurn()
    }
  }
}

export const createUnusedFiles = (database: Database): UnusedFiles => ({
  async remove({ broughtBefore, lookedBefore, now }, limit) {
    let looked = 0
    for (const table of ['attachment', 'media'] as const) {
      const { candidates, isUsed, remove } = KINDS[table]
      const rows = await database.read.query<Candidate[]>(candidates, [broughtBefore, lookedBefore, limit])
      const unnamed = new Set(rows.map(({ id }) => id))
      await leaveUnnamed(database, unnamed)
      for (const row of rows) {
        await database.write(async (manager) => {
          // The walk was a while ago: who has named it since is asked once more, in the transaction in which it goes.
          if (!unnamed.has(row.id) || (await isUsed(manager, row))) {
            await manager.query(`UPDATE ${table} SET checked_at = ? WHERE id = ?`, [now, row.id])
            return
          }
          await doom(manager, await remove(manager, row), now)
          const subject = { subjectType: 'media', subjectId: row.id } as const
          const detail = { name: row.name, because: 'unused' }
          await recordAudit(manager, {
            ...{ at: now, staffId: null, action: `${table}.purge`, ...subject, address: '', detail },
          })
        })
      }
      looked += rows.length
    }
    return looked
  },
})
