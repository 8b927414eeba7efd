import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BackupTable, Cell, Row, Snapshot } from '../../features/backup/ports'
import { askMysql, askSqlite, closeMysql, isMysqlUrl, openMysql, openSqlite } from './connections'
import { keptTables, keyOf, quoted, ranMigrations, type Column } from './tables'

type Kept = { name: string; columns: Column[] }

/** Rows that hold bodies are long; a page of them must fit into memory and keep nobody waiting. */
const pageOf = ({ columns }: Kept): number => (columns.some(({ type }) => /^(medium|long)?text$/.test(type)) ? 20 : 500)

const WHOLE = ['bigint', 'int', 'integer', 'tinyint', 'boolean', 'smallint']

/** Both drivers give numbers, but for those that MySQL's thinks too long. */
const cellOf = (value: unknown, type: string): Cell => {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'bigint' || WHOLE.includes(type)) return Number(value)
  if (typeof value === 'string') return value
  throw new Error(`a column of type ${type} cannot be kept in a backup`)
}

const rowsOf = (rows: unknown[][], { columns }: Kept): Row[] =>
  rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.type ?? '')))

const presented = (tables: Kept[]): BackupTable[] =>
  tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))

function find(tables: Kept[], { name }: BackupTable): Kept {
  const kept = tables.find((table) => table.name === name)
  if (kept === undefined) throw new Error(`there is no table ${name}`)
  return kept
}

/**
 * A reading transaction on a connection of its own: in WAL mode it sees the file as it stood at its first look, while
 * others write on. It reads a page at a time, so that nobody in this process waits for long.
 */
async function sqliteSnapshot(file: string): Promise<Snapshot> {
  const handle = openSqlite(file)
  const ask = askSqlite(handle)
  handle.exec('PRAGMA busy_timeout = 5000')
  handle.exec('BEGIN')
  const tables = await keptTables(ask, false)
  let rows = 0
  for (const { name } of tables) {
    rows += Number((await ask<{ total: number }>(`SELECT COUNT(*) AS total FROM \`${name}\``))[0]?.total ?? 0)
  }
  let isOpen = true
  return {
    engine: 'sqlite',
    migrations: await ranMigrations(ask, false),
    tables: presented(tables),
    rows,
    async *read(table) {
      const kept = find(tables, table)
      const key = keyOf(kept.columns)
      const names = kept.columns.map(({ name }) => name)
      const size = pageOf(kept)
      const after = `WHERE (${quoted(key)}) > (${key.map(() => '?').join(', ')})`
      const sql = (where: string) =>
        `SELECT ${quoted(names)} FROM \`${kept.name}\` ${where} ORDER BY ${quoted(key)} LIMIT ${size}`
      let last: unknown[] | undefined
      do {
        const page = handle
          .prepare(sql(last === undefined ? '' : after))
          .raw()
          .all(last ?? [])
        if (page.length > 0) yield rowsOf(page, kept)
        const end = page.at(-1)
        last = page.length < size || end === undefined ? undefined : key.map((name) => end[names.indexOf(name)])
        await nextTurn()
      } while (last !== undefined)
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      handle.exec('COMMIT')
      handle.close()
    },
  }
}

/** A consistent snapshot of InnoDB; rows come as a stream that waits while they are written away. */
async function mysqlSnapshot(url: string): Promise<Snapshot> {
  const connection = await openMysql(url)
  const ask = askMysql(connection)
  try {
    const [server] = await ask<{ version: string }>('SELECT VERSION() AS version')
    await ask('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    // while pictures of a page are written away, nobody reads this connection
    await ask('SET SESSION net_write_timeout = 600')
    await ask('START TRANSACTION WITH CONSISTENT SNAPSHOT')
    const tables = await keptTables(ask, true)
    const [about] = await ask<{ total: number | string | null }>(
      'SELECT SUM(TABLE_ROWS) AS total FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
    )
    let isOpen = true
    return {
      engine: /mariadb/i.test(String(server?.version)) ? 'mariadb' : 'mysql',
      migrations: await ranMigrations(ask, true),
      tables: presented(tables),
      rows: Number(about?.total ?? 0),
      async *read(table) {
        const kept = find(tables, table)
        const size = pageOf(kept)
        const sql = `SELECT ${quoted(kept.columns.map(({ name }) => name))} FROM \`${kept.name}\`
          ORDER BY ${quoted(keyOf(kept.columns))}`
        const stream = connection.query({ sql, rowsAsArray: true }).stream({ highWaterMark: size })
        let page: unknown[][] = []
        for await (const row of stream as AsyncIterable<unknown[]>) {
          page.push(row)
          if (page.length < size) continue
          yield rowsOf(page, kept)
          page = []
        }
        if (page.length > 0) yield rowsOf(page, kept)
      },
      async close() {
        if (!isOpen) return
        isOpen = false
        // a stream that was left in the middle would have to be read to its end first
        connection.destroy()
      },
    }
  } catch (error) {
    await closeMysql(connection)
    throw error
  }
}

/** The database that a URL names, as it stands at this instant; servers go on writing beside it. */
export const openSnapshot = (url: string): Promise<Snapshot> =>
  isMysqlUrl(url) ? mysqlSnapshot(url) : sqliteSnapshot(resolve(url.slice('sqlite:'.length)))
