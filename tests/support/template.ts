import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { newId } from '../../server/kernel/ids'
import { migrate, openDatabase } from '../../server/store/open'

/**
 * Databases as the migrations leave them, kept from one test to the next: running them all takes seconds, and nearly
 * every test wants a fresh database. `tests/contracts/migrations.test.ts` runs them themselves, and compares.
 */

/** The repository: whoever bundles this file runs it from another place than where it stands. */
const root = process.cwd()
const sources = join(root, 'server/store/migrations')
const folder = join(root, 'node_modules/.cache/test-databases')

/** Changes with every migration. */
function nameOf(ending: string): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(sources).sort()) hash.update(`${file}\0`).update(readFileSync(join(sources, file)))
  return join(folder, `${hash.digest('hex').slice(0, 32)}.${ending}`)
}

export async function fillSqlite(file: string): Promise<void> {
  const template = nameOf('db')
  if (!existsSync(template)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${template}.${newId()}`
    const database = await openDatabase(`sqlite:${file}`)
    await migrate(database)
    await database.migrations.query('VACUUM INTO ?', [draft])
    await database.close()
    renameSync(draft, template)
    return
  }
  copyFileSync(template, file)
}

/** All tables as statements, with the rows that migrations leave in them. */
async function statementsOf(connection: Connection): Promise<string[]> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const statements: string[] = []
  for (const table of tables.map((row) => String(Object.values(row)[0]))) {
    const [[created]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE \`${table}\``)
    statements.push(String(created?.['Create Table']))
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT * FROM \`${table}\``)
    if (rows.length > 0) {
      const values = connection.format('?', [rows.map((row) => Object.values(row) as unknown[])])
      statements.push(`INSERT INTO \`${table}\` VALUES ${values}`)
    }
  }
  return statements
}

export async function fillMysql(url: string): Promise<void> {
  const connection = await createConnection({ uri: url, multipleStatements: true, supportBigNumbers: true })
  try {
    const [[server]] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version')
    const template = nameOf(`${String(server?.version).replace(/[^\w.]/g, '-')}.json`)
    if (existsSync(template)) {
      const statements = JSON.parse(readFileSync(template, 'utf8')) as string[]
      await connection.query(['SET foreign_key_checks = 0', ...statements].join(';\n'))
      return
    }
    const database = await openDatabase(url)
    await migrate(database)
    await database.close()
    const statements = await statementsOf(connection)
    mkdirSync(folder, { recursive: true })
    // whole or not there: others may be looking for it
    const draft = `${template}.${newId()}`
    writeFileSync(draft, JSON.stringify(statements))
    renameSync(draft, template)
  } finally {
    await connection.end()
  }
}
