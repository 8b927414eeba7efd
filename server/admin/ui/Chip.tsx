import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './Chip.module.css'

export type ChipTone = 'plain' | 'sea' | 'warm' | 'good' | 'bad'

/** A short state in words; the colour only repeats what the word says. */
export function Chip({ tone = 'plain', children }: { tone?: ChipTone; children: ReactNode }) {
  return <span className={classes(styles.chip, styles[tone])}>{children}</span>
}
