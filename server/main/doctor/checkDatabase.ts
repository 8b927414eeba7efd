import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ranMigrations } from '../../store/backup/tables'
import type { Database } from '../../store/database'
import { knownMigrations } from '../../store/open'
import { StartError } from '../startError'
import { openStore } from '../store'
import { findingsOf, reasonOf, words, type Finding } from './finding'

export interface DatabaseSeen {
  findings: Finding[]
  /** Null: nobody can read it. Whoever is given it closes it. */
  database: Database | null
  /** The tables are those that this product knows. */
  isCurrent: boolean
}

const { ok, care, fail } = findingsOf(words('数据库', 'Database'))

/** The oldest that the tests are run on. */
const OLDEST = { mysql: [8, 0], mariadb: [10, 11] } as const
const NAMES = { sqlite: 'SQLite', mysql: 'MySQL', mariadb: 'MariaDB' }

async function checkEngine(database: Database): Promise<Finding> {
  const { engine } = database
  const question = engine === 'sqlite' ? 'SELECT sqlite_version() AS version' : 'SELECT VERSION() AS version'
  const [row] = await database.read.query<{ version: string }[]>(question)
  const version = row?.version ?? ''
  const name = `${NAMES[engine]} ${version}`
  if (engine === 'sqlite') return ok(`已连接，${name}。`, `answers, ${name}.`)
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  const [oldMajor, oldMinor] = OLDEST[engine]
  const isOld = major < oldMajor || (major === oldMajor && minor < oldMinor)
  return isOld
    ? fail(`${name} 太旧，请升级到 MySQL 8.0 或 MariaDB 10.11 以上。`, `${name} is too old: MySQL 8.0, MariaDB 10.11.`)
    : ok(`已连接，${name}。`, `answers, ${name}.`)
}

export function schemaFinding(ran: readonly string[], known: readonly string[]): Finding {
  if (ran.some((name) => !known.includes(name))) {
    return fail(
      '结构由更新版本的程序升级过，本程序不会启动。请换回新版本，或恢复升级前的备份。',
      'was migrated by a newer version, and this one will not start: use that one, or restore a backup from before.',
    )
  }
  const missing = known.filter((name) => !ran.includes(name)).length
  if (ran.length === 0) return care('还没有数据表，首次 npm start 时建立。', 'has no tables yet; npm start makes them.')
  if (missing === 0) return ok('结构是最新的。', 'the schema is up to date.')
  return care(
    `结构还差 ${missing} 步升级。请先备份（npm run backup），再运行 npm run migrate 或 npm start。`,
    `the schema lacks ${missing} migrations: npm run backup, then npm run migrate or npm start.`,
  )
}

/** Opens what the URL names, and never makes it. */
export async function checkDatabase(url: string): Promise<DatabaseSeen> {
  if (url.startsWith('sqlite:') && !existsSync(resolve(url.slice('sqlite:'.length)))) {
    const finding = care(
      '数据库文件还不存在，首次 npm start 时建立。',
      'the file is not there yet; npm start makes it.',
    )
    return { findings: [finding], database: null, isCurrent: false }
  }
  let database: Database | null = null
  try {
    database = await openStore(url)
    const open = database
    const ran = await ranMigrations((sql, values = []) => open.migrations.query(sql, values), open.isMysql)
    const findings = [await checkEngine(open), schemaFinding(ran, knownMigrations)]
    const isCurrent = ran.length === knownMigrations.length && ran.every((name) => knownMigrations.includes(name))
    return { findings, database, isCurrent }
  } catch (error) {
    await database?.close().catch(() => undefined)
    const [zh, en] = error instanceof StartError ? (error.lines[0] ?? '').split(' / ') : []
    const reason = reasonOf(error)
    const finding =
      zh !== undefined && en !== undefined
        ? fail(zh, en)
        : fail(`读取失败（${reason}）。`, `cannot be read (${reason}).`)
    return { findings: [finding], database: null, isCurrent: false }
  }
}
