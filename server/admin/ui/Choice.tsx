import type { ReactNode, SelectHTMLAttributes } from 'react'
import { classes } from './classes'
import { Down } from './icons'
import styles from './Choice.module.css'

interface ChoiceProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  value: string
  onChange: (value: string) => void
  children: ReactNode
}

/** The browser's own select, which every keyboard, screen reader and phone knows, dressed like the other fields. */
export function Choice({ onChange, children, className, ...rest }: ChoiceProps) {
  return (
    <span className={classes(styles.choice, className)}>
      <select {...rest} className={styles.select} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
      <span className={styles.mark}>
        <Down />
      </span>
    </span>
  )
}
