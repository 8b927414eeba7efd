import { useId, type ReactNode } from 'react'
import { t } from './language'
import styles from './Field.module.css'

/** What the control inside a field needs to be named and described for everybody. */
export interface ControlProps {
  id: string
  status: 'error' | ''
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: string
  hint?: string
  error?: string
  /** At the right end of the label, such as `12/20`. */
  extra?: ReactNode
  optional?: boolean
  children: (control: ControlProps) => ReactNode
}

/** A control under its label, with a hint, and its problem in words below it. */
export function Field({ label, hint, error, extra, optional = false, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {optional && <span className={styles.soft}>{t('选填', 'optional')}</span>}
        {extra !== undefined && <span className={styles.extra}>{extra}</span>}
      </div>
      {children({
        id,
        status: error === undefined ? '' : 'error',
        'aria-invalid': error !== undefined,
        'aria-describedby': note === undefined ? undefined : noteId,
      })}
      {note !== undefined && (
        <p id={noteId} className={error === undefined ? styles.hint : styles.error} role={error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  )
}
