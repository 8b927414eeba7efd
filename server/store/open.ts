import 'reflect-metadata'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { Database, type Engine } from './database'
import * as entities from './entities'
import { migrations } from './migrations'
import { steadyTransactions, type SqliteConnection } from './sqliteTransactions'

const entityList = Object.values(entities)
const shared = { entities: entityList, migrations, migrationsTableName: 'migration', synchronize: false } as const

// Acknowledged means on disk: WAL alone would lose the last commits on a power cut. A checkpoint every 16 MB writes
// fewer pages twice.
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  'wal_autocheckpoint = 4000',
]

// With 2 MB, the default, a writer would read a large audience from the file again and again.
const CACHE_KB = { write: 16_000, read: 8_000 }

function sqliteOptions(file: string, use: 'write' | 'read'): DataSourceOptions {
  return {
    ...shared,
    type: 'better-sqlite3',
    database: file,
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- libsql speaks better-sqlite3's interface
    driver: require('libsql'),
    prepareDatabase: (connection: SqliteConnection) => {
      if (use === 'write') steadyTransactions(connection)
      for (const pragma of [...PRAGMAS, `cache_size = -${CACHE_KB[use]}`]) {
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
    // What must not happen twice is a conditional update whose rows are counted; gap locks would only make workers wait.
    isolationLevel: 'READ COMMITTED',
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

/** Runs what is not yet run; returns the names of the migrations that ran. */
export async function migrate(database: Database): Promise<string[]> {
  const ran = await database.migrations.runMigrations({ transaction: 'each' })
  return ran.map((migration) => migration.name)
}
