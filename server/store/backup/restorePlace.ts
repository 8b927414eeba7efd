import { existsSync, mkdirSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Connection } from 'mysql2'
import type { RestorePlace } from '../../features/backup/ports'
import { knownMigrations } from '../open'
import { askMysql, askSqlite, closeMysql, isMysqlUrl, openMysql, openSqlite } from './connections'
import { createNewPlace, removeSqlite } from './newPlace'
import { keptTables, type Ask } from './tables'

/** Besides, the database that is being filled stands under a name of its own, and takes its place at once. */
export interface Place extends RestorePlace {
  /**
   * Puts what was filled in place of what is there: one step, which has happened or has not. For a process that has not
   * had either of them open before: SQLite's driver lets go of a file only when its process ends.
   */
  take(): Promise<void>
  /** Removes what was filled and did not get there. */
  discard(): Promise<void>
}

async function holdsNothing(ask: Ask, isMysql: boolean): Promise<boolean> {
  for (const { name } of await keptTables(ask, isMysql)) {
    if ((await ask(`SELECT 1 AS found FROM \`${name}\` LIMIT 1`)).length > 0) return false
  }
  return true
}

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))

/** A file that is not in WAL mode any more has nothing beside it; while anybody has it open it stays in that mode. */
function leaveWal(file: string): 'alone' | 'in_use' {
  const handle = openSqlite(file)
  try {
    handle.exec('PRAGMA busy_timeout = 1000')
    handle.prepare('PRAGMA journal_mode = DELETE').all([])
    return 'alone'
  } catch (error) {
    if (isBusy(error)) return 'in_use'
    throw error
  } finally {
    handle.close()
  }
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}
async function folderToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().catch(() => undefined)
  await handle.close()
}

function sqlitePlace(file: string): Place {
  const filled = `${file}.restoring`
  return {
    known: knownMigrations,
    isInUse: async () => existsSync(file) && leaveWal(file) === 'in_use',
    async isEmpty() {
      if (!existsSync(file)) return true
      const handle = openSqlite(file)
      try {
        return await holdsNothing(askSqlite(handle), false)
      } finally {
        handle.close()
      }
    },
    begin(migrations) {
      mkdirSync(dirname(file), { recursive: true })
      removeSqlite(filled)
      return createNewPlace(`sqlite:${filled}`, migrations)
    },
    async take() {
      if (existsSync(`${filled}-journal`)) throw new Error('what was filled is not whole')
      if (existsSync(file) && leaveWal(file) === 'in_use') throw new Error('a server has the database open')
      if (existsSync(`${file}-wal`)) throw new Error(`${file}-wal is still there`)
      await toDisk(filled)
      await rename(filled, file)
      await folderToDisk(dirname(file))
    },
    discard: async () => removeSqlite(filled),
  }
}

const OTHERS = 'SELECT COUNT(*) AS others FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()'
const TABLES = `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME`
const SCHEMA = `SELECT DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation
  FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?`
/** What was there goes by such names into the database that is dropped. */
const REPLACED = 'replaced_'

function mysqlPlace(url: string): Place {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const filled = `${name}_restoring`
  const filledUrl = new URL(url)
  filledUrl.pathname = `/${encodeURIComponent(filled)}`

  async function using<T>(work: (ask: Ask, connection: Connection) => Promise<T>): Promise<T> {
    const connection = await openMysql(url)
    try {
      return await work(askMysql(connection), connection)
    } finally {
      await closeMysql(connection)
    }
  }
  const namesIn = async (ask: Ask, schema: string) =>
    (await ask<{ name: string }>(TABLES, [schema])).map((table) => table.name)

  return {
    known: knownMigrations,
    isInUse: () => using(async (ask) => Number((await ask<{ others: number }>(OTHERS, [name]))[0]?.others ?? 0) > 0),
    isEmpty: () => using((ask) => holdsNothing(ask, true)),
    async begin(migrations) {
      await using(async (ask) => {
        const [schema] = await ask<{ charset: string; collation: string }>(SCHEMA, [name])
        await ask(`DROP DATABASE IF EXISTS \`${filled}\``)
        await ask(
          `CREATE DATABASE \`${filled}\` CHARACTER SET ${schema?.charset ?? 'utf8mb4'}
            COLLATE ${schema?.collation ?? 'utf8mb4_bin'}`,
        )
      })
      return createNewPlace(filledUrl.href, migrations)
    },
    take: () =>
      using(async (ask) => {
        const there = await namesIn(ask, name)
        const ready = await namesIn(ask, filled)
        if (ready.length === 0) throw new Error('nothing was filled')
        const moves = [
          ...there.map((table) => `\`${name}\`.\`${table}\` TO \`${filled}\`.\`${REPLACED}${table}\``),
          ...ready.map((table) => `\`${filled}\`.\`${table}\` TO \`${name}\`.\`${table}\``),
        ]
        await ask(`RENAME TABLE ${moves.join(', ')}`)
        await ask(`DROP DATABASE \`${filled}\``)
      }),
    discard: () => using(async (ask) => void (await ask(`DROP DATABASE IF EXISTS \`${filled}\``))),
  }
}

/** Where the database that a URL names is put back. */
export const restorePlace = (url: string): Place =>
  isMysqlUrl(url) ? mysqlPlace(url) : sqlitePlace(resolve(url.slice('sqlite:'.length)))
