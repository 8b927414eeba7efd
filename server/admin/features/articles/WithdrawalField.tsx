import { Checkbox } from 'antd'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { ShanghaiPicker } from '../../ui/ShanghaiPicker'
import type { When } from '../../ui/when'
import styles from './PublishDialog.module.css'

interface WithdrawalFieldProps {
  when: When
  /** Where the calendar opens, ms; null: today. */
  near: number | null
  error: string | undefined
  onChange: (when: When) => void
}

/** The moment itself, in Shanghai. */
export function WithdrawalTime({ when, near, error, onChange }: WithdrawalFieldProps) {
  return (
    <div className={styles.time}>
      <Field
        label={t('自动撤回时间', 'Withdraw at')}
        hint={t('到时会员不再能打开它，内容仍保留。', 'Members can no longer open it then; the content stays.')}
        error={error}
      >
        {(control) => (
          <ShanghaiPicker
            control={control}
            value={when.at}
            near={near}
            onChange={(at) => onChange({ later: true, at })}
          />
        )}
      </Field>
    </div>
  )
}

/** Whether what is published now is withdrawn by itself, and when. */
export function WithdrawalField(props: WithdrawalFieldProps) {
  const { when, onChange } = props
  return (
    <div className={styles.withdrawal}>
      <Checkbox checked={when.later} onChange={(event) => onChange({ ...when, later: event.target.checked })}>
        {t('到时自动撤回', 'Withdraw it by itself later')}
      </Checkbox>
      {when.later && <WithdrawalTime {...props} />}
    </div>
  )
}
