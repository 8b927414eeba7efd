import type { ReactNode } from 'react'
import { LanguageSwitch } from '../features/session/LanguageSwitch'
import { Wave } from '../ui/icons'
import styles from './WelcomeFrame.module.css'

/** The calm page around login and set-up. */
export function WelcomeFrame({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <span className={styles.mark}>
          <Wave />
        </span>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        {children}
        <LanguageSwitch />
      </section>
    </main>
  )
}
