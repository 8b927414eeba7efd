import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { openDatabase } from '../../server/store/open'
import { fillMysql, fillSqlite } from './template'

export type DatabaseKind = 'sqlite' | 'mariadb'

/** What the runner found to test on (`TEST_DATABASES`); a suite runs on each, and none is left out by itself. */
export const availableDatabases = (process.env.TEST_DATABASES ?? 'sqlite').split(',') as DatabaseKind[]

const serverUrl = (): string => process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306'

async function onServer(statement: string): Promise<void> {
  const connection = await createConnection({ uri: serverUrl() })
  try {
    await connection.query(statement)
  } finally {
    await connection.end()
  }
}

export interface FreshDatabase {
  kind: DatabaseKind
  url: string
  /** Removes it. Whoever has it open closes it first. */
  drop(): Promise<void>
}

/** An empty database of its own for one test or one suite; not migrated. */
export async function createFreshDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  if (kind === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'association-db-'))
    return {
      kind,
      url: `sqlite:${join(folder, 'app.db')}`,
      drop: () => rm(folder, { recursive: true, force: true }),
    }
  }
  const name = `test_${newId()}`
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
  return {
    kind,
    url: new URL(`/${name}`, serverUrl()).href,
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name}`),
  }
}

export interface OpenFreshDatabase {
  database: Database
  url: string
  close(): Promise<void>
}

/** An empty database as all migrations leave it. */
export async function createMigratedDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  const fresh = await createFreshDatabase(kind)
  await (kind === 'sqlite' ? fillSqlite(fresh.url.slice('sqlite:'.length)) : fillMysql(fresh.url))
  return fresh
}

/** A fresh database, open and migrated; `close` removes it. */
export async function openFreshDatabase(kind: DatabaseKind): Promise<OpenFreshDatabase> {
  const fresh = await createMigratedDatabase(kind)
  const database = await openDatabase(fresh.url)
  return {
    database,
    url: fresh.url,
    async close() {
      await database.close()
      await fresh.drop()
    },
  }
}

/** Runs `use` on a fresh, migrated database and removes it afterwards. */
export async function withDatabase<T>(kind: DatabaseKind, use: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = await openFreshDatabase(kind)
  try {
    return await use(database)
  } finally {
    await close()
  }
}
