import type { BackupItem, BackupRunView } from '../../../../shared/contract'
import { ERRORS, isErrorCode } from '../../../../shared/phrases'
import type { Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

type Kind = BackupRunView['kind']

export const KIND_NAMES: Record<Kind, Phrase> = {
  manual: { zh: '手动', en: 'By hand' },
  scheduled: { zh: '自动', en: 'By the clock' },
  upgrade: { zh: '升级前', en: 'Before an upgrade' },
  restore: { zh: '恢复前', en: 'Before a restore' },
}

const PHASES: Record<BackupRunView['phase'], Phrase> = {
  tables: { zh: '正在读取数据', en: 'Reading rows' },
  files: { zh: '正在读取图片和附件', en: 'Reading pictures and files' },
  verify: { zh: '正在核对', en: 'Checking' },
}

export const phaseWords = ({ task, phase }: BackupRunView): string => t(PHASES[task === 'verify' ? 'verify' : phase])

export const errorOf = (code: string): string => t(isErrorCode(code) ? ERRORS[code] : ERRORS.backup_failed)

/** The three parts of a backup, each as long as it usually is, on one bar. */
export function percentOf({ task, phase, done, total }: BackupRunView): number {
  if (task === 'verify') return 50
  const part = total === 0 ? 0 : Math.min(1, done / total)
  if (phase === 'tables') return Math.round(part * 45)
  return phase === 'files' ? Math.round(45 + part * 45) : 92
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** `12.4 MB`, of 1024 bytes. */
export function sizeWords(bytes: number): string {
  let size = bytes
  let unit = 0
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`
}

/** Whether a backup can be trusted, and how that looks. */
export function stateOf({ about, verified, newer }: BackupItem): {
  tone: 'good' | 'warm' | 'bad' | 'plain'
  text: string
} {
  if (about === null || verified?.right === false) return { tone: 'bad', text: t('不能使用', 'Not usable') }
  if (newer) return { tone: 'warm', text: t('版本较新', 'Newer version') }
  if (verified === null) return { tone: 'plain', text: t('未核对', 'Not checked') }
  return { tone: 'good', text: t('已核对', 'Checked') }
}
