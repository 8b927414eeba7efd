import { Button } from 'antd'
import type { BackupItem } from '../../../../shared/contract'
import { dateTimeWords } from '../../ui/dates'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import rows from '../../ui/Rows.module.css'
import { KIND_NAMES, sizeWords, stateOf } from './words'
import styles from './Backups.module.css'

export type BackupMove = 'verify' | 'download' | 'restore' | 'remove'

interface BackupRowProps {
  item: BackupItem
  isBusy: boolean
  onMove: (move: BackupMove) => void
}

export function BackupRow({ item, isBusy, onMove }: BackupRowProps) {
  const { tone, text } = stateOf(item)
  const at = dateTimeWords(Date.parse(item.createdAt))
  const named = (name: string) => `${name}：${at}`
  const usable = item.about !== null && !item.newer && item.verified?.right !== false
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <div className={styles.name}>{at}</div>
        <div className={rows.meta}>
          <Chip tone={tone}>{text}</Chip>
          {item.about !== null && <span>{t(KIND_NAMES[item.about.kind])}</span>}
          <span>{sizeWords(item.bytes)}</span>
          {item.about !== null && (
            <span>{item.about.encrypted ? t('已加密', 'Encrypted') : t('未加密', 'Not encrypted')}</span>
          )}
          <span className={styles.file}>{item.file}</span>
        </div>
      </div>
      <div className={styles.tools}>
        <Button size="small" disabled={isBusy} aria-label={named(t('核对', 'Check'))} onClick={() => onMove('verify')}>
          {t('核对', 'Check')}
        </Button>
        <Button size="small" aria-label={named(t('下载', 'Download'))} onClick={() => onMove('download')}>
          {t('下载', 'Download')}
        </Button>
        <Button
          size="small"
          disabled={isBusy || !usable}
          aria-label={named(t('恢复', 'Restore'))}
          onClick={() => onMove('restore')}
        >
          {t('恢复', 'Restore')}
        </Button>
        <Button
          size="small"
          danger
          disabled={isBusy}
          aria-label={named(t('删除', 'Delete'))}
          onClick={() => onMove('remove')}
        >
          {t('删除', 'Delete')}
        </Button>
      </div>
    </li>
  )
}
