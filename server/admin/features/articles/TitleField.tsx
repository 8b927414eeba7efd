import { useEffect, useRef } from 'react'
import { TITLE_MAX } from './articleForm'
import { t } from '../../ui/language'
import styles from './TitleField.module.css'

interface TitleFieldProps {
  value: string
  error: string | undefined
  onChange: (title: string) => void
}

/** The title where readers will see it, growing with its lines. */
export function TitleField({ value, error, onChange }: TitleFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    element.style.height = '0'
    element.style.height = `${element.scrollHeight}px`
  }, [value])
  return (
    <div className={styles.field}>
      <textarea
        ref={box}
        className={styles.title}
        aria-label={t('标题', 'Title')}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : 'title-problem'}
        placeholder={t('标题', 'Title')}
        rows={1}
        maxLength={TITLE_MAX}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\n/g, ''))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          document.querySelector<HTMLElement>('.ProseMirror')?.focus()
        }}
      />
      {error !== undefined && (
        <p id="title-problem" role="alert" className={styles.problem}>
          {error}
        </p>
      )}
    </div>
  )
}
