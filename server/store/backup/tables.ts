/** What a backup leaves out, and why. Every other table is kept, also one that is made later. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  migration: 'the schema stands in the header',
  search_document: 'made anew from the articles',
  search_title: 'made anew from the articles',
  search_token: 'made anew from the articles',
  worker: 'leases of processes that are gone',
  send_pace: 'slots and quotas of a time that has passed',
  wechat_token: 'a token is asked for anew',
  login_attempt: 'throttles of a time that has passed',
  member_session: 'whoever was logged out must not be logged in again; phones log in by themselves',
  staff_session: 'whoever was logged out must not be logged in again',
  staff_half_login: 'lasts for minutes',
  staff_binding_code: 'lasts for minutes',
  staff_link: 'a link that was used or taken back must not open again',
  article_preview: 'a link that was taken back must not open again',
  article_presence: 'lasts for minutes',
  backup_run: 'tells of the place where backups lie',
}

export interface Column {
  name: string
  /** As the database calls it, in lower case. */
  type: string
  /** Its place in the primary key, from 1; 0: none. */
  key: number
}

export type Ask = <T>(sql: string, values?: unknown[]) => Promise<T[]>

const SQLITE_TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND name NOT LIKE 'search_token%' ORDER BY name`
const MYSQL_TABLES = `SELECT TABLE_NAME AS name FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME`
const MYSQL_COLUMNS = `SELECT c.COLUMN_NAME AS name, c.DATA_TYPE AS type, COALESCE(k.ORDINAL_POSITION, 0) AS pk
  FROM information_schema.COLUMNS AS c LEFT JOIN information_schema.KEY_COLUMN_USAGE AS k
    ON k.TABLE_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME AND k.COLUMN_NAME = c.COLUMN_NAME
      AND k.CONSTRAINT_NAME = 'PRIMARY'
  WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = ? ORDER BY c.ORDINAL_POSITION`

interface Found {
  name: string
  type: string
  pk: number | string
}

/** The tables of a database that are kept, with their columns. */
export async function keptTables(ask: Ask, isMysql: boolean): Promise<{ name: string; columns: Column[] }[]> {
  const names = await ask<{ name: string }>(isMysql ? MYSQL_TABLES : SQLITE_TABLES)
  const tables: { name: string; columns: Column[] }[] = []
  for (const { name } of names) {
    if (Object.hasOwn(LEFT_OUT, name)) continue
    const found = isMysql
      ? await ask<Found>(MYSQL_COLUMNS, [name])
      : await ask<Found>('SELECT name, type, pk FROM pragma_table_info(?)', [name])
    const columns = found.map((column) => ({
      name: column.name,
      type: column.type.toLowerCase(),
      key: Number(column.pk),
    }))
    tables.push({ name, columns })
  }
  return tables
}

export const keyOf = (columns: Column[]): string[] =>
  columns
    .filter(({ key }) => key > 0)
    .sort((a, b) => a.key - b.key)
    .map(({ name }) => name)

export const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

/** Names of the migrations that ran; none in a database that is new. */
export async function ranMigrations(ask: Ask, isMysql: boolean): Promise<string[]> {
  const tables = isMysql
    ? "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'migration'"
    : "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
  if ((await ask(tables)).length === 0) return []
  return (await ask<{ name: string }>('SELECT name FROM migration ORDER BY timestamp, id')).map(({ name }) => name)
}
