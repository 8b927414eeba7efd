import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { quietUntil } from '../../../../shared/domain/noticeRules'
import { formatDateTime, formatWeekday } from '../../../../shared/domain/time'
import { noticeSettingsQuery } from '../../api/noticeSettings'
import type { Writing } from '../../features/articles/useWriting'
import styles from '../../features/articles/SidePanel.module.css'

interface SetForLaterProps {
  writing: Writing
  mayPublish: boolean
  onChange: () => void
}

/** A publication that is set for later: when, whether members are told, and the way back. */
export function SetForLater({ writing, mayPublish, onChange }: SetForLaterProps) {
  const { message } = App.useApp()
  const settings = useQuery(noticeSettingsQuery)
  const scheduled = writing.article?.scheduled ?? null
  if (scheduled === null) return null
  const at = Date.parse(scheduled.at)
  const waitsUntil = scheduled.notice?.atNight === false ? quietUntil(settings.data?.quietHours ?? null, at) : null
  const takeBack = async () => {
    if ((await writing.unschedule()) !== null) message.success('已取消定时发布，文章仍是草稿')
  }
  return (
    <section className={styles.part} aria-labelledby="set-for-later">
      <h2 id="set-for-later" className={styles.heading}>
        定时发布
      </h2>
      <p>
        {formatDateTime(at)} {formatWeekday(at)} 自动发布
        {scheduled.notice === null ? '，不发通知。' : '，并通知订阅者。'}
      </p>
      {waitsUntil !== null && <p>届时是安静时段，通知等到 {formatDateTime(waitsUntil)} 再发出。</p>}
      <p className={styles.soft}>此前仍可修改并保存，到时发布的是最后保存的内容。</p>
      {mayPublish && (
        <div className={styles.buttons}>
          <Button size="small" disabled={writing.state.step === 'working'} onClick={onChange}>
            更改时间
          </Button>
          <Button size="small" disabled={writing.state.step === 'working'} onClick={() => void takeBack()}>
            取消定时
          </Button>
        </div>
      )}
    </section>
  )
}
