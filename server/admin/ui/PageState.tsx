import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { t } from './language'
import styles from './PageState.module.css'

/** Said in place of content: nothing here, nothing found, or something went wrong, with the next step. */
export function PageState({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <section className={styles.state}>
      <h1 className={styles.title}>{title}</h1>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {action}
    </section>
  )
}

export function PageLoading() {
  return (
    <div className={styles.state} role="status">
      <Spin />
      <span className="visually-hidden">{t('正在加载', 'Loading')}</span>
    </div>
  )
}
