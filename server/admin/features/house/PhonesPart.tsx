import { Button, Input } from 'antd'
import type { FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import type { Phone } from './contactForm'
import styles from './House.module.css'

interface PhonesPartProps {
  phones: Phone[]
  fields: FieldErrors
  disabled: boolean
  onChange: (phones: Phone[]) => void
}

/** Several telephones; the first is the large button of the card. */
export function PhonesPart({ phones, fields, disabled, onChange }: PhonesPartProps) {
  const set = (at: number, part: Partial<Phone>) =>
    onChange(phones.map((phone, index) => (index === at ? { ...phone, ...part } : phone)))
  return (
    <>
      <ul className={styles.list}>
        {phones.map((phone, at) => (
          <li key={at} className={styles.row}>
            <Field label={t(`电话 ${at + 1} 名称`, `Telephone ${at + 1}: name`)} error={fields[`phones.${at}.label`]}>
              {(control) => (
                <Input
                  {...control}
                  disabled={disabled}
                  maxLength={20}
                  value={phone.label}
                  onChange={(event) => set(at, { label: event.target.value })}
                />
              )}
            </Field>
            <Field
              label={t(`电话 ${at + 1} 号码`, `Telephone ${at + 1}: number`)}
              error={fields[`phones.${at}.number`]}
            >
              {(control) => (
                <Input
                  {...control}
                  disabled={disabled}
                  maxLength={30}
                  value={phone.number}
                  onChange={(event) => set(at, { number: event.target.value })}
                />
              )}
            </Field>
            {!disabled && phones.length > 1 && (
              <Button
                aria-label={t(`移除电话 ${at + 1}`, `Remove telephone ${at + 1}`)}
                className={styles.level}
                onClick={() => onChange(phones.filter((_, index) => index !== at))}
              >
                {t('移除', 'Remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && phones.length < 6 && (
        <div>
          <Button onClick={() => onChange([...phones, { label: '', number: '' }])}>
            {t('添加电话', 'Add a telephone')}
          </Button>
        </div>
      )}
    </>
  )
}
