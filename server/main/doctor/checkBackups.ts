import { HOUR_MS } from '../../../shared/domain/time'
import { listBackups } from '../../features/backup/backupFolder'
import type { Clock } from '../../kernel/clock'
import { backupFolder } from '../backupParts'
import type { Settings } from '../settings'
import { findingsOf, words, type Finding } from './finding'

const { ok, care, fail } = findingsOf(words('备份', 'Backups'))

/** By what lies in the folder: what cannot be found there cannot be put back. */
export async function checkBackups(settings: Settings, clock: Clock): Promise<Finding[]> {
  const { BACKUP_EVERY_HOURS: hours } = settings.environment
  const folder = backupFolder(settings)
  const times = (await listBackups(folder)).flatMap(({ header }) =>
    header === null ? [] : [Date.parse(header.createdAt)],
  )
  const off = hours === 0
  if (times.length === 0) {
    const text = off ? '自动备份已关闭（BACKUP_EVERY_HOURS=0）。' : ''
    return [care(`${folder} 里没有备份。${text}请运行 npm run backup。`, `none in ${folder}: npm run backup.`)]
  }
  const age = Math.max(0, Math.floor((clock.now() - Math.max(...times)) / HOUR_MS))
  if (off) {
    return [
      care(`最近一份在 ${age} 小时前；自动备份已关闭。`, `the newest is ${age} h old; none are made by the clock.`),
    ]
  }
  if (age >= 2 * hours) {
    return [
      fail(
        `最近一份在 ${age} 小时前，应每 ${hours} 小时一份。请看后台“备份”页的失败原因和磁盘空间。`,
        `the newest is ${age} h old, one each ${hours} h is due: see the admin's page and the disk.`,
      ),
    ]
  }
  return [ok(`最近一份在 ${age} 小时前。`, `the newest is ${age} h old.`)]
}
