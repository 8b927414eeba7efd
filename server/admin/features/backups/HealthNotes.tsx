import { Alert } from 'antd'
import type { BackupHealth, BackupList } from '../../../../shared/contract'
import { dateTimeWords } from '../../ui/dates'
import { t } from '../../ui/language'
import styles from './Backups.module.css'

/** How backups are made by the clock, and what is not as it should be. */
export function HealthNotes({ health, settings }: { health: BackupHealth; settings: BackupList['settings'] }) {
  const { everyHours } = health
  return (
    <>
      <p className={styles.soft}>
        {everyHours === 0
          ? t('没有设置自动备份（BACKUP_EVERY_HOURS=0）。', 'No backups by the clock (BACKUP_EVERY_HOURS=0).')
          : t(
              `每 ${everyHours} 小时自动备份一次，保留最近 ${settings.keep} 份。`,
              `One every ${everyHours} hours by itself; the last ${settings.keep} are kept.`,
            )}
        {t('备份在这台服务器上；请定期复制一份到别处。', ' They lie on this server: copy one elsewhere now and then.')}
      </p>
      {!settings.encrypted && (
        <Alert
          type="warning"
          title={t(
            '备份没有加密。备份里有个人信息，建议在服务器上设置 BACKUP_PASSPHRASE 并另行保管。',
            'Backups are not encrypted, and hold personal data: set BACKUP_PASSPHRASE on the server and keep it elsewhere.',
          )}
        />
      )}
      <LateNote health={health} />
    </>
  )
}

export function LateNote({ health }: { health: BackupHealth }) {
  if (!health.late) return null
  return (
    <Alert
      type="error"
      title={
        health.lastDoneAt === null
          ? t('还没有一次成功的备份。', 'No backup has succeeded yet.')
          : t(
              `最近一次成功的备份是 ${dateTimeWords(Date.parse(health.lastDoneAt))}，已经太久。请查看“设置—备份”。`,
              `The last good backup is of ${dateTimeWords(Date.parse(health.lastDoneAt))}, which is too long ago. See Settings, Backups.`,
            )
      }
    />
  )
}
