import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { fromFrames, toFrames } from '../../server/features/backup/frames'
import { headerBytes, parseHeader, type BackupHeader } from '../../server/features/backup/header'
import { verifyBackup } from '../../server/features/backup/restoreBackup'
import { knownMigrations, openForFilling } from '../../server/store/open'
import type { Database } from '../../server/store/database'
import { keptTables } from '../../server/store/backup/tables'
import { askOn, backUp, backupScene, fillEveryTable, putBack, rowsAsText, type BackupScene } from '../support/backups'
import { availableDatabases, createMigratedDatabase, openFreshDatabase, type FreshDatabase } from '../support/databases'

const PASSPHRASE = 'a passphrase of the house'

async function* once(bytes: Buffer) {
  yield bytes
}
async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const part of parts) found.push(part)
  return Buffer.concat(found)
}
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** What a forger who knows the format makes of a backup that is not encrypted: every hash is right. */
async function forge(path: string, change: (lines: string[], header: BackupHeader) => void): Promise<void> {
  const bytes = await readFile(path)
  const found = parseHeader(bytes)
  if (found === null) throw new Error('no header')
  const inner = gunzipSync(await all(fromFrames(found.raw, null, once(bytes.subarray(found.raw.length)))))
  const lines = inner.toString('latin1').split('\n').slice(0, -2)
  change(lines, found.header)
  const raw = headerBytes(found.header)
  lines[0] = JSON.stringify({ t: 'open', header: sha(raw) })
  const tables: Record<string, number> = {}
  let table = ''
  let rows: string[] = []
  let files = 0
  let fileBytes = 0
  lines.forEach((line, index) => {
    const record = line.startsWith('{') ? (JSON.parse(line) as Record<string, string | number>) : null
    if (record?.t === 'table') [table, rows] = [String(record.name), []]
    else if (record?.t === 'rows') {
      tables[table] = rows.length
      lines[index] = JSON.stringify({
        t: 'rows',
        count: rows.length,
        sha256: sha(Buffer.from(rows.join(''), 'latin1')),
      })
    } else if (record?.t === 'file') {
      files += 1
      fileBytes += Number(record.bytes)
    } else if (line.startsWith('[')) rows.push(`${line}\n`)
  })
  const body = Buffer.from(`${lines.join('\n')}\n`, 'latin1')
  const close = Buffer.from(`${JSON.stringify({ t: 'close', tables, files, fileBytes, sha256: sha(body) })}\n`)
  await writeFile(path, await all(toFrames(raw, null, once(gzipSync(Buffer.concat([body, close]))))))
}

async function contentOf(database: Database): Promise<string> {
  const tables = await keptTables(askOn(database), database.isMysql)
  const rows = await Promise.all(tables.map(({ name, columns }) => rowsAsText(database, name, columns)))
  return sha(JSON.stringify(rows))
}

describe.each(availableDatabases)('a backup that is not right changes nothing on %s', (kind) => {
  let scene: BackupScene
  let target: FreshDatabase
  let before: string
  let kept = 0

  beforeEach(async () => {
    scene = await backupScene()
    const source = await openFreshDatabase(kind)
    await fillEveryTable(source.database, 2)
    await scene.uploads.keep('picture.webp', Buffer.from('a picture\n{"t":"close"}\n'))
    await backUp(source.url, scene.uploads, scene.path('plain.bak'))
    await backUp(source.url, scene.uploads, scene.path('sealed.bak'), PASSPHRASE)
    await source.close()
    target = await createMigratedDatabase(kind)
    const database = await openForFilling(target.url, knownMigrations)
    await fillEveryTable(database, 1)
    before = await contentOf(database)
    await database.close()
    kept = 0
  })
  afterEach(async () => {
    await target.drop()
    await scene.clean()
  })

  /** What was thrown, after it has been seen that nothing came of it. */
  async function refused(path: string, passphrase: string | null = null): Promise<string> {
    const uploads = await scene.otherUploads()
    const keepPresent = () => Promise.resolve(String((kept += 1)))
    const outcome = await putBack(target.url, uploads, path, { passphrase, replace: true, keepPresent }).then(
      () => 'restored',
      (error: Error) => error.message,
    )
    const database = await openForFilling(target.url, knownMigrations)
    expect(await contentOf(database)).toBe(before)
    await database.close()
    if (kind === 'sqlite') expect(existsSync(`${target.url.slice('sqlite:'.length)}.restoring`)).toBe(false)
    return outcome
  }

  it('cut off, longer, or with a byte changed, sealed or not', async () => {
    for (const name of ['plain.bak', 'sealed.bak']) {
      const bytes = await readFile(scene.path(name))
      const passphrase = name === 'sealed.bak' ? PASSPHRASE : null
      const start = parseHeader(bytes)?.raw.length ?? 0
      const flipped = (at: number) => {
        const copy = Buffer.from(bytes)
        copy[at] = (copy[at] ?? 0) ^ 1
        return copy
      }
      const body = bytes.length - start
      const wrong = [
        bytes.subarray(0, start),
        bytes.subarray(0, start + Math.floor(body / 2)),
        bytes.subarray(0, bytes.length - 1),
        Buffer.concat([bytes, Buffer.from('\0\0\0\0')]),
        ...[
          start + 1,
          start + 40,
          start + Math.floor(body / 3),
          start + Math.floor((2 * body) / 3),
          bytes.length - 1,
        ].map(flipped),
        Buffer.from(bytes.toString('latin1').replace('"kind":"manual"', '"kind":"upgrade"'), 'latin1'),
      ]
      for (const content of wrong) {
        await writeFile(scene.path('wrong.bak'), content)
        await expect(verifyBackup(scene.path('wrong.bak'), passphrase)).rejects.toMatchObject({
          code: 'backup_damaged',
        })
      }
      await writeFile(scene.path('wrong.bak'), wrong[1] ?? Buffer.alloc(0))
      expect(await refused(scene.path('wrong.bak'), passphrase)).toBe('backup_damaged')
    }
    expect(kept).toBe(0)
  })

  it('under another passphrase or none, of another format, or something else', async () => {
    expect(await refused(scene.path('sealed.bak'))).toBe('backup_passphrase_missing')
    expect(await refused(scene.path('sealed.bak'), 'another passphrase')).toBe('backup_passphrase_wrong')
    await writeFile(scene.path('zip.bak'), 'PK\x03\x04 and more of it\n'.repeat(9))
    expect(await refused(scene.path('zip.bak'))).toBe('backup_unknown')
    await writeFile(scene.path('later.bak'), 'ASSOCIATION-BACKUP 2\n{}\n')
    expect(await refused(scene.path('later.bak'))).toBe('backup_format')
    expect(await refused(scene.path('none.bak'))).toBe('backup_not_found')
  })

  it('of a newer schema, whatever else is right', async () => {
    await forge(scene.path('plain.bak'), (_lines, header) => header.migrations.push('Create_later_9999999999999'))
    expect(await refused(scene.path('plain.bak'))).toBe('backup_newer')
  })

  it.each([
    ['../escaped.webp'],
    ['/tmp/escaped.webp'],
    ['a/../../escaped.webp'],
    ['..'],
    ['.hidden'],
    ['a\\..\\escaped.webp'],
    ['escaped.webp\0.png'],
  ])('with the file name %j, every hash right', async (name) => {
    await forge(scene.path('plain.bak'), (lines) => {
      const at = lines.findIndex((line) => line.includes('"t":"file"'))
      lines[at] = JSON.stringify({ ...(JSON.parse(lines[at] ?? '') as object), name })
    })
    expect(await refused(scene.path('plain.bak'))).toBe('backup_damaged')
    expect((await readdir(scene.folder)).filter((entry) => entry.includes('escaped'))).toEqual([])
  })

  it('with a table or a column that is none of ours, every hash right: found before anything is replaced', async () => {
    const change = (from: string, to: string) =>
      forge(scene.path('plain.bak'), (lines) => {
        const at = lines.findIndex((line) => line.startsWith(`{"t":"table","name":"${from.split('.')[0]}"`))
        lines[at] = String(lines[at]).replace(`"${from.split('.').at(-1)}"`, `"${to}"`)
      })
    await change('old_address', 'sqlite_master')
    expect(await refused(scene.path('plain.bak'))).toBe('backup_damaged')
    await change('sqlite_master', 'old_address')
    await change('old_address.address', 'address2')
    expect(await refused(scene.path('plain.bak'))).toBe('backup_damaged')
  })
})
