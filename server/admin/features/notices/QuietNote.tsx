import { useQuery } from '@tanstack/react-query'
import { noticeSettingsQuery, quietWords } from '../../api/noticeSettings'
import styles from './Notice.module.css'

/** That notices wait for the end of the quiet hours, so that nobody wonders in the evening. */
export function QuietNote() {
  const settings = useQuery(noticeSettingsQuery)
  const quiet = settings.data?.quietHours ?? null
  if (quiet === null) return null
  return <p className={styles.soft}>安静时段（{quietWords(quiet)}）内不发送通知，会等到时段结束再发。</p>
}
