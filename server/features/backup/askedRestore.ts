import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A restore that an administrator asked for is written down beside the data and carried out when the program starts next,
 * before anything opens the database. What came of it is written down there too, for it must outlive the database.
 */
export interface AskedRestore {
  file: string
  staffId: string
  address: string
  askedAt: number
  /** How often it was begun: one that kills its process is given up. */
  tries: number
}

export interface RestoreOutcome {
  file: string
  at: number
  /** A code of `shared/phrases`; null: it is restored. */
  error: string | null
}

const readJson = async <T>(path: string): Promise<T | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch {
    return null
  }
}

async function writeJson(path: string, value: object): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
}

export function askedRestores(dataFolder: string) {
  const asked = join(dataFolder, 'restore-asked.json')
  const outcome = join(dataFolder, 'restore-outcome.json')
  return {
    asked: () => readJson<AskedRestore>(asked),
    ask: (restore: AskedRestore) => writeJson(asked, restore),
    outcome: () => readJson<RestoreOutcome>(outcome),
    async end(result: RestoreOutcome) {
      await writeJson(outcome, result)
      await rm(asked, { force: true })
    },
  }
}
export type AskedRestores = ReturnType<typeof askedRestores>
