import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { wordsFor } from '../api/errors'
import { MoreRows, type PagedQuery } from './MoreRows'
import { PageState } from './PageState'
import { t } from './language'
import styles from './ListState.module.css'

interface ListStateProps {
  /** What the query says: nothing yet, failed, or pages of items. */
  query: PagedQuery & { isPending: boolean; refetch: () => unknown }
  count: number
  empty: ReactNode
  children: ReactNode
}

/** A list with its loading, failed, empty and "more" states. */
export function ListState({ query, count, empty, children }: ListStateProps) {
  if (query.isPending) {
    return (
      <div role="status" className={styles.loading}>
        <span className="visually-hidden">{t('正在加载', 'Loading')}</span>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} active title={{ width: '52%' }} paragraph={{ rows: 1, width: '34%' }} />
        ))}
      </div>
    )
  }
  if (query.error !== null && count === 0) {
    return (
      <PageState
        title={t('列表没有加载出来', 'The list could not be loaded')}
        text={wordsFor(query.error)}
        action={<Button onClick={() => void query.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  if (count === 0) return <>{empty}</>
  return (
    <>
      {children}
      <MoreRows query={query} count={count} />
    </>
  )
}
