import 'reflect-metadata'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { Database, type Engine } from './database'
import * as entities from './entities'
import { migrations } from './migrations'
import { readCommittedDriver } from './mysqlDriver'
import { steadyTransactions, type SqliteConnection } from './sqliteTransactions'

const entityList = Object.values(entities)
const shared = { entities: entityList, migrations, migrationsTableName: 'migration', synchronize: false } as const

const nameOf = (Migration: (typeof migrations)[number]): string => new Migration().name ?? ''
/** The last 13 digits of its name. */
const timestampOf = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 0)

// Acknowledged means on disk: WAL alone would lose the last commits on a power cut. A checkpoint holds
// the writer, and so the thread, for as long as it has pages to write: 2 MB take a few milliseconds, 16 MB took 40.
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  'wal_autocheckpoint = 500',
]

// With 2 MB, the default, a writer would read a large audience from the file again and again.
const CACHE_KB = { write: 16_000, read: 8_000 }

function sqliteOptions(file: string, use: 'write' | 'read', pragmas: string[] = PRAGMAS): DataSourceOptions {
  return {
    ...shared,
    type: 'better-sqlite3',
    database: file,
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- libsql speaks better-sqlite3's interface
    driver: require('libsql'),
    prepareDatabase: (connection: SqliteConnection) => {
      if (use === 'write') steadyTransactions(connection)
      for (const pragma of [...pragmas, `cache_size = -${CACHE_KB[use]}`]) {
        connection.pragma(pragma)
      }
    },
  }
}

function mysqlOptions(url: string, type: 'mysql' | 'mariadb'): DataSourceOptions {
  return {
    ...shared,
    type,
    url,
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize: 10,
    connectTimeout: 10_000,
    driver: readCommittedDriver,
    extra: { flags: ['+FOUND_ROWS'] },
  }
}

/** MariaDB and MySQL differ in JSON columns and in `RETURNING`: TypeORM has to be told which one answers. */
async function detectMysql(url: string): Promise<'mysql' | 'mariadb'> {
  const { createConnection } = await import('mysql2/promise')
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 })
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version')
    const version = String((rows as { version: string }[])[0]?.version)
    return /mariadb/i.test(version) ? 'mariadb' : 'mysql'
  } finally {
    await connection.end()
  }
}

/**
 * Opens the database that a URL names: `sqlite:./data/app.db` (a path relative to the working directory, made when
 * missing) or `mysql://account:password@host:port/name`. Does not migrate.
 */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) {
    const file = resolve(url.slice('sqlite:'.length))
    mkdirSync(dirname(file), { recursive: true })
    const writer = await new DataSource(sqliteOptions(file, 'write')).initialize()
    const reader = await new DataSource(sqliteOptions(file, 'read')).initialize()
    return new Database('sqlite', writer, reader)
  }
  const engine: Engine = await detectMysql(url)
  const source = await new DataSource(mysqlOptions(url, engine)).initialize()
  return new Database(engine, source, source)
}

/** Names of the migrations that this product knows, in the order in which they run. */
export const knownMigrations: readonly string[] = migrations.map(nameOf).sort((a, b) => timestampOf(a) - timestampOf(b))

/**
 * Opens a database that nobody else uses and that is filled for the first time, with no more than the named migrations.
 * It is one file and nothing beside it; put on disk by whoever takes it into use.
 */
export async function openForFilling(url: string, names: readonly string[]): Promise<Database> {
  const some = migrations.filter((migration) => names.includes(nameOf(migration)))
  if (url.startsWith('sqlite:')) {
    const file = resolve(url.slice('sqlite:'.length))
    const pragmas = ['journal_mode = DELETE', 'synchronous = OFF', 'foreign_keys = ON']
    const source = await new DataSource({ ...sqliteOptions(file, 'write', pragmas), migrations: some }).initialize()
    return new Database('sqlite', source, source)
  }
  const engine = await detectMysql(url)
  const source = await new DataSource({ ...mysqlOptions(url, engine), migrations: some }).initialize()
  return new Database(engine, source, source)
}

/** Runs what is not yet run; returns the names of the migrations that ran. */
export async function migrate(database: Database): Promise<string[]> {
  const ran = await database.migrations.runMigrations({ transaction: 'each' })
  return ran.map((migration) => migration.name)
}
