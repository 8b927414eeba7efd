import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { newBackupName, removeParts } from '../features/backup/backupFolder'
import { verifyBackup } from '../features/backup/restoreBackup'
import { writeBackup } from '../features/backup/writeBackup'
import { systemClock } from '../kernel/clock'
import { backupFolder, inWords, passphraseOf, writeDeps } from './backupParts'
import { readSettings } from './settings'
import { failStart } from './startError'

const TELL_MS = 2_000
const STEPS = { tables: '数据 rows', files: '图片和附件 files', verify: '核对 check' }

/** A folder that is there gets a file with a name of its own; any other path is the file. */
async function placeFor(given: string | undefined, folder: string, now: number): Promise<string> {
  if (given === undefined) return join(folder, newBackupName('manual', now))
  const path = resolve(given)
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() === true || given.endsWith('/') ? join(path, newBackupName('manual', now)) : path
}

/** `npm run backup [-- FILE|FOLDER]`: everything into one file, beside servers that go on working. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const now = systemClock.now()
  const path = await placeFor(process.argv[2], backupFolder(settings), now)
  await removeParts(dirname(path))
  let toldAt = Date.now()
  const counts = await writeBackup(writeDeps(settings), {
    ...{ path, kind: 'manual', now },
    onProgress({ phase, done, total }) {
      if (Date.now() - toldAt < TELL_MS) return
      toldAt = Date.now()
      process.stdout.write(`${STEPS[phase]}: ${done} / ${total}\n`)
    },
  })
  await verifyBackup(path, passphraseOf(settings))
  const rows = Object.values(counts.tables).reduce((sum, count) => sum + count, 0)
  const { size } = await stat(path)
  const sealed = passphraseOf(settings) === null ? '未加密 not encrypted' : '已加密 encrypted'
  process.stdout.write(
    `备份完成并已核对 Backed up and checked: ${path}\n` +
      `数据 rows ${rows}，文件 files ${counts.files}，${(size / 1024 ** 2).toFixed(1)} MB，${sealed}\n`,
  )
}

main().catch((error: unknown) => failStart(inWords(error)))
