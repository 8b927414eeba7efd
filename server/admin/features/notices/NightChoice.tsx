import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { quietUntil } from '../../../../shared/domain/noticeRules'
import { formatDateTime } from '../../../../shared/domain/time'
import { noticeSettingsQuery, quietWords } from '../../api/noticeSettings'
import { useNow } from '../../ui/useNow'
import styles from './Notice.module.css'

interface NightChoiceProps {
  /** When the notice would begin, ms; null is now. */
  at: number | null
  chosen: boolean
  onChoose: (atNight: boolean) => void
  /** What the wait does not touch, said where somebody could think so. */
  children?: ReactNode
}

/** Whether the notice may go out in quiet hours, and what either choice means for members at that time. */
export function NightChoice({ at, chosen, onChoose, children }: NightChoiceProps) {
  const settings = useQuery(noticeSettingsQuery)
  const now = useNow()
  const quiet = settings.data?.quietHours ?? null
  if (quiet === null) return null
  const until = quietUntil(quiet, at ?? now)
  const hours = `安静时段（${quietWords(quiet)}）`
  const moment = at === null ? '现在' : '届时'
  const held = until !== null && !chosen
  return (
    <div className={styles.night}>
      {held && (
        <Alert
          type="info"
          title={
            <>
              {moment}是{hours}，通知会等到 <strong>{formatDateTime(until)}</strong> 再发出。{children}
            </>
          }
        />
      )}
      {until !== null && chosen && (
        <Alert
          type="warning"
          title={`${moment}是${hours}，通知仍会${at === null ? '立即' : '准时'}发出，可能打扰会员休息。`}
        />
      )}
      <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
        夜间也发送
      </Checkbox>
      {until === null && (
        <p className={styles.soft}>
          {chosen ? `发送如延续到${hours}，也不会停下。` : `发送如延续到${hours}，会停下来，等时段结束再继续。`}
        </p>
      )}
    </div>
  )
}
