import type { Database } from '../database'

/** How far the audience of a notice is frozen, in a word that changes with each chunk; null when none is being made. */
export const createPreparationPosition =
  (database: Database) =>
  async (noticeId: string): Promise<string | null> => {
    const rows = await database.read.query<{ prepared_to: string | null }[]>(
      "SELECT prepared_to FROM notice WHERE id = ? AND status = 'preparing'",
      [noticeId],
    )
    return rows[0] === undefined ? null : (rows[0].prepared_to ?? 'start')
  }
