import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreBackup, type Restored } from '../../server/features/backup/restoreBackup'
import { writeBackup, type WriteDeps } from '../../server/features/backup/writeBackup'
import type { BackupUploads } from '../../server/features/backup/ports'
import type { Uploads } from '../../server/features/media/ports'
import { keptTables, type Ask, type Column } from '../../server/store/backup/tables'
import { restorePlace } from '../../server/store/backup/restorePlace'
import { openSnapshot } from '../../server/store/backup/snapshot'
import type { Database } from '../../server/store/database'
import { createUploadsFolder } from '../../server/store/uploadsFolder'

export interface BackupScene {
  folder: string
  uploads: Uploads
  /** A folder of files that nothing lies in yet. */
  otherUploads(): Promise<Uploads>
  path(name?: string): string
  clean(): Promise<void>
}

export async function backupScene(): Promise<BackupScene> {
  const folder = await mkdtemp(join(tmpdir(), 'association-backup-'))
  const place = async (name: string) => {
    await mkdir(join(folder, name))
    return createUploadsFolder(join(folder, name))
  }
  let others = 0
  return {
    folder,
    uploads: await place('uploads'),
    otherUploads: () => place(`uploads-${(others += 1)}`),
    path: (name = 'house.bak') => join(folder, name),
    clean: () => rm(folder, { recursive: true, force: true }),
  }
}

export const NOW = Date.UTC(2026, 10, 24, 2, 30)

export const writing = (url: string, uploads: BackupUploads, more: Partial<WriteDeps> = {}): WriteDeps => ({
  openSnapshot: () => openSnapshot(url),
  uploads,
  product: '0.1.0',
  secretMark: '0123456789abcdef',
  passphrase: null,
  ...more,
})

export const backUp = (url: string, uploads: BackupUploads, path: string, passphrase: string | null = null) =>
  writeBackup(writing(url, uploads, { passphrase }), { path, kind: 'manual', now: NOW })

export interface PutBack {
  passphrase?: string | null
  replace?: boolean
  keepPresent?: () => Promise<string>
}

/** As the command does, within this process. */
export async function putBack(
  url: string,
  uploads: BackupUploads,
  path: string,
  { passphrase = null, replace = false, keepPresent = () => Promise.resolve('') }: PutBack = {},
): Promise<Restored> {
  const place = restorePlace(url)
  try {
    const deps = { place, uploads, passphrase, keepPresent, askedBy: null, now: () => NOW + 1000 }
    const restored = await restoreBackup(deps, { path, replace })
    await place.take()
    return restored
  } catch (error) {
    await place.discard()
    throw error
  }
}

export const askOn =
  (database: Database): Ask =>
  (sql, values = []) =>
    database.read.query(sql, values)

/** Texts that are hard on whoever writes them down and reads them again. */
const HARD = ['引号"\'`', '\\n\n\t', '𠮷🏖️', "';--", '[1]', '{"t":"close"', ' 空格 ', '\u2028']
let count = 0

/** A value of a column that no other row has. */
function valueOf({ name, type }: Column, row: number): string | number | null {
  count += 1
  // a restore takes these back
  if (name.startsWith('scheduled_')) return null
  if (name === 'blocks' || name === 'detail') return JSON.stringify([HARD[row % HARD.length]])
  if (/double|float|real/.test(type)) return count / 7
  if (/tinyint|bool/.test(type)) return row % 2
  if (/bigint/.test(type)) return 1_700_000_000_000 + count
  if (/int/.test(type)) return count
  if (/text/.test(type)) return `${count}${HARD.join('').repeat(row === 0 ? 2_000 : 1)}`
  // the shortest columns hold one or two characters
  return /^(language|running_key)$/.test(name) ? String(count % 10) : `${count}${row % 2 === 0 ? 'é' : ''}`
}

/** Puts rows into every table that a backup keeps, whatever its columns are. */
export async function fillEveryTable(database: Database, rows = 3): Promise<void> {
  for (const { name, columns } of await keptTables(askOn(database), database.isMysql)) {
    await database.write((manager) => manager.query(`DELETE FROM \`${name}\``))
    for (let row = 0; row < rows; row += 1) {
      const names = columns.map((column) => `\`${column.name}\``).join(', ')
      const marks = columns.map(() => '?').join(', ')
      const values = columns.map((column) => valueOf(column, row))
      await database.write((manager) => manager.query(`INSERT INTO \`${name}\` (${names}) VALUES (${marks})`, values))
    }
  }
}

/** All rows of a table, as text, in an order of their own; numbers are what they are on any database. */
export async function rowsAsText(database: Database, table: string, columns: Column[]): Promise<string[]> {
  const names = columns.map((column) => `\`${column.name}\``).join(', ')
  const rows = await database.read.query<Record<string, unknown>[]>(`SELECT ${names} FROM \`${table}\``)
  const isNumber = (type: string) => /int|bool|double|float|real/.test(type)
  return rows
    .map((row) =>
      JSON.stringify(
        columns.map(({ name, type }) => {
          const value = row[name]
          return value === null ? null : isNumber(type) ? Number(value) : value
        }),
      ),
    )
    .sort()
}
