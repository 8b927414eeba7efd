import type { DataSource } from 'typeorm'

/** A row as its values, in the order of the columns. Flags are 0 and 1, and a column of JSON may come as text or read. */
export type Row = readonly unknown[]

/** A reading statement, written once: its columns are named, so that they can be gathered. */
export interface RowsQuery {
  columns: readonly string[]
  sql: string
}

export type PlainRows = (query: RowsQuery, values: unknown[]) => Promise<Row[]>

interface Statement {
  raw(): { get(values: unknown[]): unknown[] | undefined }
}
interface SqliteDriver {
  databaseConnection: { prepare(sql: string): Statement }
}
type Done = (error: Error | null, rows: Row[]) => void
interface MysqlDriver {
  pool: { query(options: { sql: string; rowsAsArray: true }, values: unknown[], done: Done): void }
}

/** More than there are; should statements ever differ with their values, what they take stays bounded. */
const MOST_STATEMENTS = 200

/** Out of SQLite each value of each row costs as much as finding it: all of them come in one text. */
function sqliteRows(source: DataSource): PlainRows {
  const { databaseConnection } = source.driver as unknown as SqliteDriver
  const prepared = new Map<string, ReturnType<Statement['raw']>>()
  return async ({ columns, sql }, values) => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      if (prepared.size >= MOST_STATEMENTS) prepared.clear()
      const packed = `SELECT json_group_array(json_array(${columns.join(', ')})) FROM (${sql})`
      statement = databaseConnection.prepare(packed).raw()
      prepared.set(sql, statement)
    }
    return JSON.parse(String(statement.get(values)?.[0] ?? '[]')) as Row[]
  }
}

const mysqlRows = (source: DataSource): PlainRows => {
  const { pool } = source.driver as unknown as MysqlDriver
  return ({ sql }, values) =>
    new Promise((resolve, reject) =>
      pool.query({ sql, rowsAsArray: true }, values, (error, rows) => (error === null ? resolve(rows) : reject(error))),
    )
}

/**
 * Reads by the driver itself. For the few questions that are asked for every page: what TypeORM does about a query costs
 * more than the query.
 */
export const plainRows = (source: DataSource, isMysql: boolean): PlainRows =>
  isMysql ? mysqlRows(source) : sqliteRows(source)
