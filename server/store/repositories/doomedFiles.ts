import type { EntityManager } from 'typeorm'
import type { DoomedFiles } from '../../features/retention/ports'
import type { Database } from '../database'

/**
 * Notes files whose rows go in this transaction. They are removed after it, by whoever asked for it; when that fails, or the
 * process stops in between, by the daily job.
 */
export async function doom(manager: EntityManager, files: readonly string[], at: number): Promise<void> {
  for (const file of files) await manager.query('INSERT INTO doomed_file (file, at) VALUES (?, ?)', [file, at])
}

/** The same file comes back under its own name, before anybody removed it. */
export async function undoom(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM doomed_file WHERE file >= ? AND file < ?', [id, `${id}~`])
}

export const createDoomedFiles = (database: Database): DoomedFiles => ({
  async list(limit) {
    const rows = await database.read.query<{ file: string }[]>(
      'SELECT file FROM doomed_file ORDER BY at, file LIMIT ?',
      [limit],
    )
    return rows.map(({ file }) => file)
  },

  async forget(file) {
    await database.write((manager) => manager.query('DELETE FROM doomed_file WHERE file = ?', [file]))
  },
})
