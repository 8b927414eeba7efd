import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { dateTimeWords } from '../../ui/dates'
import { t } from '../../ui/language'
import { LateNote } from './HealthNotes'
import { backupHealthQuery } from './queries'
import styles from './Backups.module.css'

/** Where those look who see that everything runs: backups that are old, and what a restore has left to decide. */
export function BackupAlarm() {
  const health = useQuery(backupHealthQuery).data
  if (health === undefined) return null
  const { restored } = health
  if (!health.late && restored === null) return null
  const at = (iso: string) => dateTimeWords(Date.parse(iso))
  return (
    <div className={styles.alarm}>
      <LateNote health={health} />
      {restored !== null && (
        <Alert
          type="warning"
          title={t(
            `${at(restored.at)} 从 ${at(restored.createdAt)} 的备份恢复。这段时间里发出的通知，系统并不知道。`,
            `Restored at ${at(restored.at)} from a backup of ${at(restored.createdAt)}. What was sent in between is not known here.`,
          )}
          description={t(
            `中止的通知 ${restored.halted} 条，等待确认的 ${restored.held} 条，送达不明 ${restored.deliveries} 人次，取消定时发布的文章 ${restored.unscheduled} 篇。请到“通知”页逐条决定；重新发布文章时，先确认没有通知过会员。`,
            `${restored.halted} notices halted, ${restored.held} held, ${restored.deliveries} deliveries uncertain, ${restored.unscheduled} articles no longer scheduled. Decide about each on the notices’ page; before publishing again make sure members were not told.`,
          )}
        />
      )}
    </div>
  )
}
