import type { Connection, RowDataPacket } from 'mysql2'
import type { Ask } from './tables'

/** As much of SQLite's driver as a backup needs; it answers at once, in the process. */
export interface SqliteHandle {
  exec(sql: string): void
  close(): void
  prepare(sql: string): { all(values: unknown[]): unknown[]; raw(): { all(values: unknown[]): unknown[][] } }
}

export function openSqlite(file: string): SqliteHandle {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- libsql speaks better-sqlite3's interface
  const Driver = require('libsql') as new (file: string) => SqliteHandle
  return new Driver(file)
}

export const askSqlite =
  (handle: SqliteHandle): Ask =>
  <T>(sql: string, values: unknown[] = []) =>
    Promise.resolve(handle.prepare(sql).all(values) as T[])

export async function openMysql(url: string): Promise<Connection> {
  const { createConnection } = await import('mysql2')
  const connection = createConnection({ uri: url, charset: 'utf8mb4', connectTimeout: 10_000, supportBigNumbers: true })
  await new Promise<void>((resolve, reject) =>
    connection.connect((error) => (error === null ? resolve() : reject(error))),
  )
  return connection
}

export const askMysql =
  (connection: Connection): Ask =>
  <T>(sql: string, values: unknown[] = []) =>
    new Promise<T[]>((resolve, reject) =>
      connection.query<RowDataPacket[]>(sql, values, (error, rows) =>
        error === null ? resolve(rows as T[]) : reject(error),
      ),
    )

export const closeMysql = (connection: Connection): Promise<void> =>
  new Promise((resolve) => connection.end(() => resolve()))

export const isMysqlUrl = (url: string): boolean => !url.startsWith('sqlite:')
