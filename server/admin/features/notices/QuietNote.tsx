import { useQuery } from '@tanstack/react-query'
import { quietUntil } from '../../../../shared/domain/noticeRules'
import { formatDateTime } from '../../../../shared/domain/time'
import { noticeSettingsQuery, quietWords } from '../../api/noticeSettings'
import { useNow } from '../../ui/useNow'
import styles from './Notice.module.css'

/** That the notice waits for the morning, when it would fall into the quiet hours. `at`: ms; null is now. */
export function QuietNote({ at }: { at: number | null }) {
  const settings = useQuery(noticeSettingsQuery)
  const now = useNow()
  const quiet = settings.data?.quietHours ?? null
  if (quiet === null) return null
  const until = quietUntil(quiet, at ?? now)
  return (
    <p className={styles.soft}>
      {until === null
        ? `安静时段（${quietWords(quiet)}）内不发送通知，会等到时段结束再发。`
        : `${at === null ? '现在' : '届时'}是安静时段（${quietWords(quiet)}），会员将在 ${formatDateTime(until)} 起收到。`}
    </p>
  )
}
