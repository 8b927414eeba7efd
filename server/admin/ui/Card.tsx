import { useId, type ReactNode } from 'react'
import styles from './Card.module.css'

interface CardProps {
  /** Its heading, by which it is also found; one without says in `label` what it is. */
  title?: string
  label?: string
  /** Beside the heading: a choice, links, a few words. */
  tools?: ReactNode
  children: ReactNode
}

/** One part of a page, on paper. */
export function Card({ title, label, tools, children }: CardProps) {
  const id = useId()
  return (
    <section className={styles.card} aria-label={label} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {tools}
        </div>
      )}
      {children}
    </section>
  )
}
