import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { askedRestores } from '../features/backup/askedRestore'
import { newBackupName, pathOf, pruneBackups } from '../features/backup/backupFolder'
import { restoreBackup, verifyBackup, type Restored } from '../features/backup/restoreBackup'
import { writeBackup } from '../features/backup/writeBackup'
import { systemClock } from '../kernel/clock'
import { AppError } from '../kernel/errors'
import { restorePlace } from '../store/backup/restorePlace'
import { openUploads } from './composeUploads'
import { backupFolder, inWords, passphraseOf, secretMark, writeDeps } from './backupParts'
import { readSettings, type Settings } from './settings'
import { failStart, StartError } from './startError'

const TELL_MS = 2_000
/** One that ends its process each time is not begun for ever. */
const MOST_TRIES = 3
const STEPS = {
  verify: '正在核对备份 Checking the backup……',
  keep: '正在备份现有数据 Backing up what is there……',
  tables: '正在恢复数据 Restoring rows……',
  files: '正在恢复图片和附件 Restoring files……',
  finish: '正在升级结构、重建搜索索引 Migrating, making the search index……',
}
const USAGE =
  '用法 Usage: npm run restore -- 备份文件.bak [--replace]；--replace：替换现有数据（会先自动备份） replace what is there, which is backed up first'

interface Asked {
  path: string
  replace: boolean
  askedBy: { staffId: string; address: string } | null
}

function teller() {
  let step = ''
  let toldAt = 0
  return (next: keyof typeof STEPS, progress?: { done: number }) => {
    const isNew = next !== step
    if (!isNew && Date.now() - toldAt < TELL_MS) return
    step = next
    toldAt = Date.now()
    process.stdout.write(isNew ? `${STEPS[next]}\n` : `  ${progress?.done ?? ''}\n`)
  }
}

/** Fills a new place beside the one in use and puts it there by one step: killed at any moment, nothing is half done. */
async function restore(settings: Settings, { path, replace, askedBy }: Asked): Promise<Restored> {
  const place = restorePlace(settings.databaseUrl)
  const folder = backupFolder(settings)
  const keepPresent = async () => {
    const now = systemClock.now()
    const kept = join(folder, newBackupName('restore', now))
    await writeBackup(writeDeps(settings), { path: kept, kind: 'restore', now })
    await verifyBackup(kept, passphraseOf(settings))
    await pruneBackups(folder, settings.environment.BACKUP_KEEP)
    return kept
  }
  try {
    const restored = await restoreBackup(
      {
        ...{ place, keepPresent, askedBy, now: () => systemClock.now() },
        ...{ uploads: openUploads(settings.uploads), passphrase: passphraseOf(settings) },
      },
      { path, replace, onProgress: teller() },
    )
    if (await place.isInUse()) throw new AppError('restore_in_use')
    await place.take()
    return restored
  } catch (error) {
    await place.discard().catch(() => undefined)
    throw error
  }
}

function tell(settings: Settings, { header, settled, kept, tables, files }: Restored): void {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  const lines = [`恢复完成 Restored: ${header.createdAt}，数据 rows ${rows}，文件 files ${files}`]
  if (kept !== null) lines.push(`原有数据的备份 What was there: ${kept}`)
  const { halted, held, deliveries, unscheduled } = settled
  if (halted + held + deliveries + unscheduled > 0) {
    lines.push(
      `备份之后可能已经发出的通知不会自动再发，请到后台“通知”页逐条决定：中止 ${halted} 条，待确认 ${held} 条，送达不明 ${deliveries} 条，取消定时发布 ${unscheduled} 篇。`,
      `Nothing goes out by itself that may have been sent since: ${halted} notices halted, ${held} held, ${deliveries} deliveries uncertain, ${unscheduled} articles no longer scheduled. Staff decide on the notices' page.`,
    )
  }
  if (header.secretMark !== secretMark(settings.sessionSecret)) {
    lines.push(
      'SESSION_SECRET 与制作备份时不同：启用了两步验证的人员请用恢复码登录，或运行 npm run two-step:off。',
      'SESSION_SECRET is another one than of the backup: second steps open with recovery codes only, or npm run two-step:off.',
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** What an administrator asked for in the admin; how it ended is found there after the next start. */
async function carryOutAsked(settings: Settings): Promise<void> {
  const restores = askedRestores(settings.dataFolder)
  const asked = await restores.asked()
  if (asked === null) return
  const { file, staffId, address, tries } = asked
  const end = (error: string | null) => restores.end({ file, at: systemClock.now(), error })
  if (tries >= MOST_TRIES) return end('backup_failed')
  await restores.ask({ ...asked, tries: tries + 1 })
  try {
    const path = await pathOf(backupFolder(settings), file)
    tell(settings, await restore(settings, { path, replace: true, askedBy: { staffId, address } }))
    await end(null)
  } catch (error) {
    await end(error instanceof AppError ? error.code : 'backup_failed')
    throw error
  }
}

/** `npm run restore -- FILE [--replace]`; servers have to be stopped. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, asked: { type: 'boolean', default: false } },
  })
  const settings = readSettings(process.env)
  if (values.asked) return carryOutAsked(settings)
  const [file, more] = positionals
  if (file === undefined || more !== undefined) throw new StartError([USAGE])
  tell(settings, await restore(settings, { path: resolve(file), replace: values.replace, askedBy: null }))
}

main().catch((error: unknown) => failStart(inWords(error)))
