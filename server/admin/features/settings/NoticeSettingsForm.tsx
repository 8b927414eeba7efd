import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import type { NoticeSettings } from '../../../../shared/contract'
import { call } from '../../api/call'
import { ApiError, wordsFor, type FieldErrors } from '../../api/errors'
import { noticeSettingsQuery } from '../../api/noticeSettings'
import { Field } from '../../ui/Field'
import { SettingsForm } from '../../ui/SettingsForm'
import { ClockChoice } from './ClockChoice'
import { reminderOf, reminderProblem, remindersInput } from './reminderForm'
import { RemindersField } from './RemindersField'
import { t } from '../../ui/language'
import styles from './NoticeSettings.module.css'

/** What stands in the fields when quiet hours are turned on again. */
const USUAL_NIGHT = { from: '22:00', to: '08:00' }

interface NoticeSettingsFormProps {
  settings: NoticeSettings
  /** Only administrators change the rules; the others read them. */
  mayChange: boolean
}

/** The house's rules for notices: the night, when to stop by itself, and when events are reminded of. */
export function NoticeSettingsForm({ settings, mayChange }: NoticeSettingsFormProps) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [quiet, setQuiet] = useState(settings.quietHours !== null)
  const [night, setNight] = useState(settings.quietHours ?? USUAL_NIGHT)
  const [limit, setLimit] = useState<number | null>(settings.pauseAfterErrors)
  const [reminders, setReminders] = useState(() => settings.reminders.map(reminderOf))
  const wrong = reminders.some((_, index) => reminderProblem(reminders, index) !== undefined)
  const sameNight = quiet && night.from === night.to
  const save = useMutation({
    mutationFn: (pauseAfterErrors: number) =>
      call('PUT /api/admin/settings/notices', {
        body: { quietHours: quiet ? night : null, pauseAfterErrors, reminders: remindersInput(reminders) },
      }),
    onSuccess: (kept) => {
      client.setQueryData(noticeSettingsQuery.queryKey, kept)
      message.success(t('设置已保存', 'The settings are saved'))
    },
  })
  const refused: FieldErrors = save.error instanceof ApiError ? save.error.fields : {}

  return (
    <SettingsForm
      name={t('通知设置', 'Notice settings')}
      className={styles.form}
      mayChange={mayChange}
      problem={save.error === null ? undefined : wordsFor(save.error)}
      saving={save.isPending}
      save={t('保存设置', 'Save the settings')}
      onSave={() => {
        if (!wrong && !sameNight && limit !== null) save.mutate(limit)
      }}
    >
      <section className={styles.part} aria-labelledby="quiet">
        <div className={styles.line}>
          <h2 id="quiet" className={styles.heading}>
            {t('安静时段', 'Quiet hours')}
          </h2>
          <Switch aria-labelledby="quiet" checked={quiet} disabled={!mayChange} onChange={setQuiet} />
        </div>
        <p className={styles.soft}>
          {t(
            '这段时间内不发送通知，等时段结束再发；勾选了“夜间也发送”的通知除外。',
            'Nothing is sent in these hours, only after them; except notices marked “Send at night too”.',
          )}
        </p>
        {quiet && (
          <div className={styles.pair}>
            <Field label={t('从', 'From')} error={refused['quietHours.from']}>
              {({ status: _status, ...control }) => (
                <ClockChoice
                  control={control}
                  disabled={!mayChange}
                  value={night.from}
                  onChange={(from) => setNight({ ...night, from })}
                />
              )}
            </Field>
            <Field
              label={t('到', 'to')}
              error={
                sameNight ? t('开始和结束不能相同。', 'Start and end may not be the same.') : refused['quietHours.to']
              }
            >
              {({ status: _status, ...control }) => (
                <ClockChoice
                  control={control}
                  disabled={!mayChange}
                  value={night.to}
                  onChange={(to) => setNight({ ...night, to })}
                />
              )}
            </Field>
          </div>
        )}
      </section>
      <section className={styles.part} aria-labelledby="errors">
        <h2 id="errors" className={styles.heading}>
          {t('连续失败时暂停', 'Pause after a run of failures')}
        </h2>
        <Field
          label={t('连续失败多少次后自动暂停', 'Failures in a row before it pauses')}
          hint={t(
            '暂停后还在等待的会员不会丢失，排除原因后可以继续。',
            'Nobody who waits is lost; go on once the cause is out of the way.',
          )}
          error={
            limit === null
              ? t('请填写 1 到 1000 之间的整数。', 'A whole number from 1 to 1000.')
              : refused.pauseAfterErrors
          }
        >
          {({ status: _status, ...control }) => (
            <InputNumber
              {...control}
              min={1}
              max={1000}
              precision={0}
              disabled={!mayChange}
              value={limit}
              onChange={setLimit}
            />
          )}
        </Field>
      </section>
      <section className={styles.part} aria-labelledby="reminders">
        <h2 id="reminders" className={styles.heading}>
          {t('活动提醒', 'Event reminders')}
        </h2>
        <p className={styles.soft}>
          {t(
            '发出预告的活动会按这里的时间自动提醒。修改后对之后发布的活动生效。',
            'Announced events are reminded of at these times. A change holds for events published afterwards.',
          )}
        </p>
        <RemindersField reminders={reminders} disabled={!mayChange} onChange={setReminders} />
      </section>
    </SettingsForm>
  )
}
