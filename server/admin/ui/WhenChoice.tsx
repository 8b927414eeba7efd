import { Segmented } from 'antd'
import { useId } from 'react'
import { Field } from './Field'
import { ShanghaiPicker } from './ShanghaiPicker'
import type { When } from './when'
import { t } from './language'
import styles from './WhenChoice.module.css'

interface WhenChoiceProps {
  label: string
  /** Words for the two choices, such as 立即发布 and 定时发布. */
  names: { now: string; later: string }
  when: When
  error: string | undefined
  onChange: (when: When) => void
}

/** At once, or at a set time in Shanghai. */
export function WhenChoice({ label, names, when, error, onChange }: WhenChoiceProps) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <span id={id} className="visually-hidden">
        {label}
      </span>
      <Segmented<'now' | 'later'>
        aria-labelledby={id}
        value={when.later ? 'later' : 'now'}
        options={[
          { value: 'now', label: names.now },
          { value: 'later', label: names.later },
        ]}
        onChange={(choice) => onChange({ ...when, later: choice === 'later' })}
      />
      {when.later && (
        <div className={styles.time}>
          <Field label={t(`${names.later}时间`, `${names.later}: time`)} error={error}>
            {(control) => (
              <ShanghaiPicker control={control} value={when.at} onChange={(at) => onChange({ ...when, at })} />
            )}
          </Field>
        </div>
      )}
    </div>
  )
}
