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
      {reminders.length === 0 && <p className={styles.soft}>目前不自动发送活动提醒。</p>}
      <ul className={styles.reminders} aria-label="活动提醒">
        {reminders.map((reminder, index) => {
          const problem = reminderProblem(reminders, index)
          const name = `第 ${index + 1} 次提醒`
          return (
            <li key={index} className={styles.reminder}>
              <span>活动开始前</span>
              <InputNumber
                aria-label={`${name}：数量`}
                aria-invalid={problem !== undefined}
                {...(problem === undefined ? {} : { status: 'error' as const })}
                min={1}
                precision={0}
                disabled={disabled}
                value={reminder.count}
                onChange={(count) => change(index, { count })}
              />
              <Choice
                aria-label={`${name}：单位`}
                disabled={disabled}
                value={reminder.unit}
                onChange={(unit) => change(index, { unit: unit as ReminderUnit })}
              >
                {REMINDER_UNITS.map((unit) => (
                  <option key={unit} value={unit}>
                    {UNIT_NAMES[unit]}
                  </option>
                ))}
              </Choice>
              <Button
                type="text"
                icon={<Trash />}
                aria-label={`移除${name}`}
                title="移除"
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
          添加一次提醒
        </Button>
      )}
    </>
  )
}
