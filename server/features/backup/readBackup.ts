import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AppError } from '../../kernel/errors'
import { ByteReader } from './byteReader'
import { fromFrames } from './frames'
import { openSeal, parseHeader, type BackupHeader } from './header'
import type { BackupTable, Cell, Row } from './ports'
import {
  FILE_NAME,
  hashOf,
  LARGEST_FILE,
  LONGEST_LINE,
  noCounts,
  TABLE_NAME,
  type BackupCounts,
  type BackupRecord,
} from './records'

const START = 64 * 1024
const ROW = 91
/** What is handed on at once. */
const PAGE_ROWS = 500
const PAGE_BYTES = 1024 ** 2

const damaged = (cause?: unknown): AppError => new AppError('backup_damaged', { cause })

/** @throws AppError backup_not_found, backup_unknown, backup_format, backup_damaged */
export async function readHeader(path: string): Promise<{ header: BackupHeader; raw: Buffer; size: number }> {
  const file = await open(path, 'r').catch(() => {
    throw new AppError('backup_not_found')
  })
  try {
    const { size } = await file.stat()
    for (let length = START; ; length *= 2) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0)
      const found = parseHeader(buffer.subarray(0, bytesRead))
      if (found !== null) return { ...found, size }
      if (bytesRead < length) throw damaged()
    }
  } finally {
    await file.close()
  }
}

export type Part =
  | { is: 'table'; table: BackupTable }
  | { is: 'rows'; table: BackupTable; rows: Row[] }
  | { is: 'file'; name: string; content: Buffer }

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch (cause) {
    throw damaged(cause)
  }
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

function rowOf(line: Buffer, { columns }: BackupTable): Row {
  const row = parsed(line)
  if (!Array.isArray(row) || row.length !== columns.length || !row.every(isCell)) throw damaged()
  return row
}

const isWhole = (value: unknown, most = Number.MAX_SAFE_INTEGER): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most

function tableOf({ name, columns }: Extract<BackupRecord, { t: 'table' }>, seen: BackupCounts): BackupTable {
  const isNamed = (text: unknown): boolean => typeof text === 'string' && TABLE_NAME.test(text)
  if (!isNamed(name) || Object.hasOwn(seen.tables, name)) throw damaged()
  if (!Array.isArray(columns) || columns.length === 0 || !columns.every(isNamed)) throw damaged()
  return { name, columns }
}

async function* rowsOf(reader: ByteReader, table: BackupTable, counts: BackupCounts): AsyncGenerator<Part> {
  const hash = createHash('sha256')
  let rows: Row[] = []
  let bytes = 0
  let count = 0
  for (;;) {
    const line = await reader.line(LONGEST_LINE)
    if (line === null) throw damaged()
    if (line[0] !== ROW) {
      if (rows.length > 0) yield { is: 'rows', table, rows }
      const end = parsed(line) as BackupRecord
      if (end.t !== 'rows' || end.count !== count || end.sha256 !== hash.digest('hex')) throw damaged()
      counts.tables[table.name] = count
      return
    }
    hash.update(line).update('\n')
    rows.push(rowOf(line, table))
    count += 1
    bytes += line.length
    if (rows.length >= PAGE_ROWS || bytes >= PAGE_BYTES) {
      yield { is: 'rows', table, rows }
      rows = []
      bytes = 0
    }
  }
}

async function fileOf(reader: ByteReader, record: Extract<BackupRecord, { t: 'file' }>, names: Set<string>) {
  const { name, bytes, sha256 } = record
  if (typeof name !== 'string' || !FILE_NAME.test(name) || name.length > 200) throw damaged()
  if (names.has(name) || !isWhole(bytes, LARGEST_FILE)) throw damaged()
  names.add(name)
  const content = await reader.bytes(bytes)
  if (createHash('sha256').update(content).digest('hex') !== sha256) throw damaged()
  if ((await reader.bytes(1))[0] !== 10) throw damaged()
  return { is: 'file', name, content } as const
}

const isSame = (a: BackupCounts, b: BackupCounts): boolean =>
  a.files === b.files &&
  a.fileBytes === b.fileBytes &&
  JSON.stringify(Object.entries(a.tables).sort()) === JSON.stringify(Object.entries(b.tables ?? {}).sort())

async function* partsIn(raw: Buffer, bytes: AsyncIterable<Buffer>): AsyncGenerator<Part, BackupCounts> {
  const whole = createHash('sha256')
  const reader = new ByteReader(bytes, (read) => whole.update(read))
  const isNotClose = (line: Buffer): boolean => !line.subarray(0, 12).equals(CLOSE)
  const counts = noCounts()
  const names = new Set<string>()
  const first = await reader.line(LONGEST_LINE)
  const opened = first === null ? null : (parsed(first) as BackupRecord)
  if (opened?.t !== 'open' || opened.header !== hashOf(raw)) throw damaged()
  for (;;) {
    const line = await reader.line(LONGEST_LINE, isNotClose)
    if (line === null) throw damaged()
    const record = parsed(line) as BackupRecord
    if (record.t === 'table') {
      const table = tableOf(record, counts)
      yield { is: 'table', table }
      yield* rowsOf(reader, table, counts)
    } else if (record.t === 'file') {
      const file = await fileOf(reader, record, names)
      counts.files += 1
      counts.fileBytes += file.content.length
      yield file
    } else {
      const isRight = record.t === 'close' && record.sha256 === whole.digest('hex') && isSame(counts, record)
      if (!isRight || (await reader.line(1)) !== null) throw damaged()
      return counts
    }
  }
}
const CLOSE = Buffer.from('{"t":"close"')

/** What is not ours to have thrown is the file's fault: zlib's words, a part that is none. */
const faultOf = (error: unknown): unknown => {
  if (error instanceof AppError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || error instanceof TypeError ? damaged(error) : error
}

/**
 * Everything in a backup, part by part, checked as it goes by; only when it has come to its end is the whole of it known
 * to be right. Takes no more memory than one page of rows or one picture.
 * @throws AppError backup_damaged, backup_passphrase_missing, backup_passphrase_wrong
 */
export async function* readBackup(path: string, passphrase: string | null): AsyncGenerator<Part, BackupCounts> {
  const { header, raw } = await readHeader(path)
  const key = await openSeal(header, passphrase)
  const gunzip = createGunzip()
  const file = createReadStream(path, { start: raw.length })
  pipeline(
    file,
    (rest: AsyncIterable<Buffer>) => fromFrames(raw, key, rest),
    gunzip,
    () => undefined,
  )
  try {
    return yield* partsIn(raw, gunzip as AsyncIterable<Buffer>)
  } catch (error) {
    throw faultOf(error)
  } finally {
    file.destroy()
    gunzip.destroy()
  }
}
