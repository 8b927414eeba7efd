import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { quietUntil } from '../../../../shared/domain/noticeRules'
import { noticeSettingsQuery } from '../../api/noticeSettings'
import type { Writing } from '../../features/articles/useWriting'
import { t } from '../../ui/language'
import { dateTimeWords, weekdayWords } from '../../ui/dates'
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
    if ((await writing.unschedule()) !== null)
      message.success(t('已取消定时发布，文章仍是草稿', 'Publication is taken back; the article is still a draft'))
  }
  return (
    <section className={styles.part} aria-labelledby="set-for-later">
      <h2 id="set-for-later" className={styles.heading}>
        {t('定时发布', 'Later')}
      </h2>
      <p>
        {t(
          `${dateTimeWords(at)} ${weekdayWords(at)} 自动发布`,
          `Published by itself ${dateTimeWords(at)} ${weekdayWords(at)}`,
        )}
        {scheduled.notice === null
          ? t('，不发通知。', ', nobody is told.')
          : t('，并通知订阅者。', ', and subscribers are told.')}
      </p>
      {waitsUntil !== null && (
        <p>
          {t(
            `届时是安静时段，通知等到 ${dateTimeWords(waitsUntil)} 再发出。`,
            `These are quiet hours; the notice waits until ${dateTimeWords(waitsUntil)}.`,
          )}
        </p>
      )}
      <p className={styles.soft}>
        {t(
          '此前仍可修改并保存，到时发布的是最后保存的内容。',
          'Until then it can be changed and saved; what was saved last is published.',
        )}
      </p>
      {mayPublish && (
        <div className={styles.buttons}>
          <Button size="small" disabled={writing.state.step === 'working'} onClick={onChange}>
            {t('更改时间', 'Change the time')}
          </Button>
          <Button size="small" disabled={writing.state.step === 'working'} onClick={() => void takeBack()}>
            {t('取消定时', 'Take back')}
          </Button>
        </div>
      )}
    </section>
  )
}
