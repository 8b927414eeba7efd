import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 6

/** The database rolled a whole transaction back in favour of another one: the same again comes out right. */
const CONFLICTS = ['ER_LOCK_DEADLOCK', 'ER_CHECKREAD', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']

const isConflict = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && CONFLICTS.includes(String(error.code))

/** Runs a transaction, and again a moment later when it lost against another one. */
export async function againAfterConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction()
    } catch (error) {
      if (tries >= TRIES || !isConflict(error)) throw error
      await wait(Math.random() * 10 * tries)
    }
  }
}
