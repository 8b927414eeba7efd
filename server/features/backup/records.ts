import { createHash } from 'node:crypto'
import type { BackupTable, Row } from './ports'

/**
 * What stands in a backup, one line of JSON each: first `open`, then each table (`table`, its rows as lists, `rows`), then
 * each file (`file`, its bytes, the end of a line), at last `close`. A row is the only line that begins with `[`.
 */
export interface OpenRecord {
  t: 'open'
  /** Hash of the header, which stands outside of what is packed and sealed. */
  header: string
}
export interface TableRecord extends BackupTable {
  t: 'table'
}
export interface RowsRecord {
  t: 'rows'
  count: number
  sha256: string
}
export interface FileRecord {
  t: 'file'
  name: string
  bytes: number
  sha256: string
}
export interface CloseRecord {
  t: 'close'
  /** Rows by table. */
  tables: Record<string, number>
  files: number
  fileBytes: number
  /** Of everything before this line. */
  sha256: string
}
export type BackupRecord = OpenRecord | TableRecord | RowsRecord | FileRecord | CloseRecord

/** What names of pictures and attachments look like: they lead nowhere else. */
export const FILE_NAME = /^[\w-]+(?:\.[\w-]+)*$/
export const TABLE_NAME = /^[a-z][a-z0-9_]{0,63}$/
/** A text column with every character escaped. */
export const LONGEST_LINE = 128 * 1024 ** 2
export const LARGEST_FILE = 512 * 1024 ** 2

export const lineOf = (record: BackupRecord | Row): Buffer => Buffer.from(`${JSON.stringify(record)}\n`)

export interface BackupCounts {
  tables: Record<string, number>
  files: number
  fileBytes: number
}
export const noCounts = (): BackupCounts => ({ tables: {}, files: 0, fileBytes: 0 })

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
