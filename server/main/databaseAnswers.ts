import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../store/database'

const PATIENCE_MS = 1_000

/** Whether the database answers within a second. Those who ask while it is being asked share its answer. */
export function databaseAnswers(database: Database): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const deadline = new AbortController()
    const late = wait(PATIENCE_MS, false, { signal: deadline.signal }).catch(() => false)
    const answer = database.read.query('SELECT 1').then(
      () => true,
      () => false,
    )
    try {
      return await Promise.race([answer, late])
    } finally {
      deadline.abort()
    }
  }

  return () => {
    asking ??= ask().finally(() => (asking = null))
    return asking
  }
}
