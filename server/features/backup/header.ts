import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '../../kernel/errors'
import { BACKUP_KINDS, type BackupEngine, type BackupKind } from './ports'

const NAME = 'ASSOCIATION-BACKUP '
/** The first line of a file; the number is that of the format. */
export const MAGIC = `${NAME}1\n`
const MAX_HEADER = 256 * 1024

/** The second line, readable without the passphrase: nothing about a person stands in it. */
export interface BackupHeader {
  /** ISO 8601. */
  createdAt: string
  kind: BackupKind
  /** Of the product that made it. */
  product: string
  engine: BackupEngine
  migrations: string[]
  /** A mark of the secret that sealed second steps: another one cannot open them. */
  secretMark: string
  /** Null: not encrypted. `check` tells a wrong passphrase from a damaged file. */
  sealed: { salt: string; check: string } | null
}

type Cost = { N: number; r: number; p: number; maxmem: number }
const derive = promisify<string, Buffer, number, Cost, Buffer>(scrypt)
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 ** 2 }

const checkOf = (key: Buffer): string => createHmac('sha256', key).update('backup').digest('hex').slice(0, 32)
const keyOf = (passphrase: string, salt: string): Promise<Buffer> =>
  derive(passphrase, Buffer.from(salt, 'hex'), 32, COST)

/** A key of its own for each file. */
export async function newSeal(passphrase: string): Promise<{ key: Buffer; sealed: { salt: string; check: string } }> {
  const salt = randomBytes(16).toString('hex')
  const key = await keyOf(passphrase, salt)
  return { key, sealed: { salt, check: checkOf(key) } }
}

/** @throws AppError backup_passphrase_missing, backup_passphrase_wrong */
export async function openSeal({ sealed }: BackupHeader, passphrase: string | null): Promise<Buffer | null> {
  if (sealed === null) return null
  if (passphrase === null) throw new AppError('backup_passphrase_missing')
  const key = await keyOf(passphrase, sealed.salt)
  if (!timingSafeEqual(Buffer.from(checkOf(key)), Buffer.from(sealed.check))) {
    throw new AppError('backup_passphrase_wrong')
  }
  return key
}

export const headerBytes = (header: BackupHeader): Buffer => Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`)

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value)

function isSeal(value: unknown): value is BackupHeader['sealed'] {
  if (value === null) return true
  const { salt, check } = value as Record<string, unknown>
  return isText(salt, /^[0-9a-f]{32}$/) && isText(check, /^[0-9a-f]{32}$/)
}

function isHeader(value: unknown): value is BackupHeader {
  if (typeof value !== 'object' || value === null) return false
  const { createdAt, kind, product, engine, migrations, secretMark, sealed } = value as Record<string, unknown>
  return (
    isText(createdAt, /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/) &&
    !Number.isNaN(Date.parse(createdAt)) &&
    BACKUP_KINDS.includes(kind as BackupKind) &&
    isText(product, /^[\w.+-]{1,40}$/) &&
    isText(engine, /^(sqlite|mysql|mariadb)$/) &&
    Array.isArray(migrations) &&
    migrations.every((name) => isText(name, /^\w{1,120}$/)) &&
    isText(secretMark, /^[0-9a-f]{16}$/) &&
    sealed !== undefined &&
    typeof sealed === 'object' &&
    isSeal(sealed)
  )
}

/**
 * The header at the beginning of a file, and its bytes; null when the file goes on with more than is given.
 * @throws AppError backup_unknown, backup_format, backup_damaged
 */
export function parseHeader(start: Buffer): { header: BackupHeader; raw: Buffer } | null {
  if (!start.toString('latin1', 0, NAME.length).startsWith(NAME)) throw new AppError('backup_unknown')
  if (start.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new AppError('backup_format')
  const magicEnd = MAGIC.length - 1
  const end = start.indexOf(10, magicEnd + 1)
  if (end < 0) {
    if (start.length > MAX_HEADER) throw new AppError('backup_damaged')
    return null
  }
  let header: unknown
  try {
    header = JSON.parse(start.subarray(magicEnd + 1, end).toString('utf8'))
  } catch (cause) {
    throw new AppError('backup_damaged', { cause })
  }
  if (!isHeader(header)) throw new AppError('backup_damaged')
  return { header, raw: start.subarray(0, end + 1) }
}
