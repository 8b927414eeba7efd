import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { quietUntil } from '../../../../shared/domain/noticeRules'
import { noticeSettingsQuery, quietWords } from '../../api/noticeSettings'
import { useNow } from '../../ui/useNow'
import { t } from '../../ui/language'
import { dateTimeWords } from '../../ui/dates'
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
  const hours = t(`安静时段（${quietWords(quiet)}）`, `in the quiet hours (${quietWords(quiet)})`)
  const moment = at === null ? t('现在', 'Now it is') : t('届时', 'Then it is')
  const held = until !== null && !chosen
  return (
    <div className={styles.night}>
      {held && (
        <Alert
          type="info"
          title={
            <>
              {t(`${moment}是${hours}，通知会等到 `, `${moment} ${hours}; the notice waits until `)}
              <strong>{dateTimeWords(until)}</strong>
              {t(' 再发出。', '. ')}
              {children}
            </>
          }
        />
      )}
      {until !== null && chosen && (
        <Alert
          type="warning"
          title={t(
            `${moment}是${hours}，通知仍会${at === null ? '立即' : '准时'}发出，可能打扰会员休息。`,
            `${moment} ${hours}; the notice is sent ${at === null ? 'at once' : 'on time'} all the same and may wake members.`,
          )}
        />
      )}
      <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
        {t('夜间也发送', 'Send at night too')}
      </Checkbox>
      {until === null && (
        <p className={styles.soft}>
          {chosen
            ? t(`发送如延续到${hours}，也不会停下。`, `If sending goes on into ${hours}, it does not stop.`)
            : t(
                `发送如延续到${hours}，会停下来，等时段结束再继续。`,
                `If sending goes on into ${hours}, it stops and continues when they are over.`,
              )}
        </p>
      )}
    </div>
  )
}
