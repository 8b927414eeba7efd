import { Button, Input } from 'antd'
import type { ContactSettings } from '../../../../shared/contract'
import type { FieldErrors } from '../../api/errors'
import { Choice } from '../../ui/Choice'
import { classes } from '../../ui/classes'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import type { Exception } from './contactForm'
import styles from './House.module.css'

interface ExceptionsPartProps {
  exceptions: Exception[]
  publicDays: ContactSettings['publicDays']
  fields: FieldErrors
  disabled: boolean
  onChange: (exceptions: Exception[]) => void
}

/** The association's own days off and on, and below them the year as the State Council has it. */
export function ExceptionsPart({ exceptions, publicDays, fields, disabled, onChange }: ExceptionsPartProps) {
  const set = (at: number, part: Partial<Exception>) =>
    onChange(exceptions.map((entry, index) => (index === at ? { ...entry, ...part } : entry)))
  const add = () => onChange([...exceptions, { date: '', kind: 'holiday', name: '' }])
  return (
    <>
      <p className={styles.soft}>
        {t(
          '某一天与平时不同时添加，优先于下面的国家放假安排。',
          'For days that are unlike their weekday; they go before the public holidays below.',
        )}
      </p>
      <ul className={styles.list}>
        {exceptions.map((entry, at) => (
          <li key={at} className={styles.row}>
            <Field label={t(`例外日 ${at + 1} 日期`, `Day ${at + 1}: date`)} error={fields[`exceptions.${at}.date`]}>
              {({ status, ...control }) => (
                <Input
                  {...control}
                  {...(status === '' ? {} : { status })}
                  type="date"
                  disabled={disabled}
                  value={entry.date}
                  onChange={(event) => set(at, { date: event.target.value })}
                />
              )}
            </Field>
            <Field label={t(`例外日 ${at + 1} 原因`, `Day ${at + 1}: reason`)} error={fields[`exceptions.${at}.name`]}>
              {(control) => (
                <Input
                  {...control}
                  disabled={disabled}
                  maxLength={20}
                  value={entry.name}
                  onChange={(event) => set(at, { name: event.target.value })}
                />
              )}
            </Field>
            <div className={classes(styles.buttons, styles.level)}>
              <Choice
                aria-label={t(`例外日 ${at + 1} 安排`, `Day ${at + 1}: open or closed`)}
                disabled={disabled}
                value={entry.kind}
                onChange={(kind) => set(at, { kind: kind === 'workday' ? 'workday' : 'holiday' })}
              >
                <option value="holiday">{t('休息', 'Closed')}</option>
                <option value="workday">{t('办公', 'Open')}</option>
              </Choice>
              {!disabled && (
                <Button
                  aria-label={t(`移除例外日 ${at + 1}`, `Remove day ${at + 1}`)}
                  onClick={() => onChange(exceptions.filter((_, index) => index !== at))}
                >
                  {t('移除', 'Remove')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!disabled && (
        <div>
          <Button onClick={add}>{t('添加例外日', 'Add a day')}</Button>
        </div>
      )}
      <details>
        <summary>
          {t(`国家放假与调休（${publicDays.length} 天，自动生效）`, `Public holidays (${publicDays.length} days)`)}
        </summary>
        <ul className={styles.months} aria-label={t('国家放假与调休', 'Public holidays')}>
          {publicDays.map(({ date, kind, name }) => (
            <li key={date}>
              {date} {name} {kind === 'holiday' ? t('休', 'closed') : t('班', 'open')}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
