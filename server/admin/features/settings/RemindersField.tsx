import { Button, InputNumber } from 'antd'
import { Choice } from '../../ui/Choice'
import { Trash } from '../../ui/icons'
import {
  REMINDER_UNITS,
  REMINDERS_MAX,
  reminderProblem,
  UNIT_NAMES,
  type ReminderForm,
  type ReminderUnit,
} from './reminderForm'
import { t } from '../../ui/language'
import styles from './NoticeSettings.module.css'

interface RemindersFieldProps {
  reminders: ReminderForm[]
  disabled: boolean
  onChange: (reminders: ReminderForm[]) => void
}

/** How long before the start each reminder goes out. */
export function RemindersField({ reminders, disabled, onChange }: RemindersFieldProps) {
  const change = (index: number, part: Partial<ReminderForm>) =>
    onChange(reminders.map((reminder, at) => (at === index ? { ...reminder, ...part } : reminder)))
  return (
    <>
      {reminders.length === 0 && (
        <p className={styles.soft}>{t('目前不自动发送活动提醒。', 'No reminders are sent by themselves.')}</p>
      )}
      <ul className={styles.reminders} aria-label={t('活动提醒', 'Event reminders')}>
        {reminders.map((reminder, index) => {
          const problem = reminderProblem(reminders, index)
          const name = t(`第 ${index + 1} 次提醒`, `Reminder ${index + 1}`)
          return (
            <li key={index} className={styles.reminder}>
              <span>{t('活动开始前', 'before the event')}</span>
              <InputNumber
                aria-label={t(`${name}：数量`, `${name}: number`)}
                aria-invalid={problem !== undefined}
                {...(problem === undefined ? {} : { status: 'error' as const })}
                min={1}
                precision={0}
                disabled={disabled}
                value={reminder.count}
                onChange={(count) => change(index, { count })}
              />
              <Choice
                aria-label={t(`${name}：单位`, `${name}: unit`)}
                disabled={disabled}
                value={reminder.unit}
                onChange={(unit) => change(index, { unit: unit as ReminderUnit })}
              >
                {REMINDER_UNITS.map((unit) => (
                  <option key={unit} value={unit}>
                    {t(UNIT_NAMES[unit])}
                  </option>
                ))}
              </Choice>
              <Button
                type="text"
                icon={<Trash />}
                aria-label={t(`移除${name}`, `Remove ${name}`)}
                title={t('移除', 'Remove')}
                disabled={disabled}
                onClick={() => onChange(reminders.filter((_, at) => at !== index))}
              />
              {problem !== undefined && (
                <span role="alert" className={styles.problem}>
                  {problem}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {reminders.length < REMINDERS_MAX && (
        <Button
          className={styles.add}
          size="small"
          disabled={disabled}
          onClick={() => onChange([...reminders, { count: null, unit: 'hour' }])}
        >
          {t('添加一次提醒', 'Add a reminder')}
        </Button>
      )}
    </>
  )
}
