import type { Database } from '../../server/store/database'

type Row = Record<string, unknown>

const LIST = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  mysql: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name`,
}

export const tablesOf = async (database: Database): Promise<string[]> =>
  (await database.read.query<{ name: string }[]>(LIST[database.isMysql ? 'mysql' : 'sqlite'])).map(({ name }) => name)

/** The columns that a table really has, in alphabetical order. */
export async function columnsOf(database: Database, table: string): Promise<string[]> {
  const rows = database.isMysql
    ? await database.read.query<{ name: string }[]>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
        [table],
      )
    : await database.read.query<{ name: string }[]>(`SELECT name FROM pragma_table_info('${table}')`)
  return rows.map(({ name }) => name).sort()
}

/** Tables in which any of these texts stands, in whatever column and as whatever part of it. */
export async function tablesHolding(database: Database, texts: readonly string[]): Promise<string[]> {
  const holding: string[] = []
  for (const table of await tablesOf(database)) {
    const rows = await database.read.query<Row[]>(`SELECT * FROM \`${table}\``)
    const words = JSON.stringify(rows)
    if (texts.some((text) => words.includes(text))) holding.push(table)
  }
  return holding
}

export const rowsOf = (database: Database, table: string, memberId: string): Promise<Row[]> =>
  database.read.query<Row[]>(`SELECT * FROM ${table} WHERE ${table === 'member' ? 'id' : 'member_id'} = ?`, [memberId])
