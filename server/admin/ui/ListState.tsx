import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { wordsFor } from '../api/errors'
import { PageState } from './PageState'
import styles from './ListState.module.css'

interface ListStateProps {
  /** What the query says: nothing yet, failed, or pages of items. */
  query: {
    isPending: boolean
    error: Error | null
    hasNextPage: boolean
    isFetchingNextPage: boolean
    refetch: () => unknown
    fetchNextPage: () => unknown
  }
  count: number
  empty: ReactNode
  children: ReactNode
}

/** A list with its loading, failed, empty and "more" states. */
export function ListState({ query, count, empty, children }: ListStateProps) {
  if (query.isPending) {
    return (
      <div role="status" className={styles.loading}>
        <span className="visually-hidden">正在加载</span>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} active title={{ width: '52%' }} paragraph={{ rows: 1, width: '34%' }} />
        ))}
      </div>
    )
  }
  if (query.error !== null && count === 0) {
    return (
      <PageState
        title="列表没有加载出来"
        text={wordsFor(query.error)}
        action={<Button onClick={() => void query.refetch()}>重试</Button>}
      />
    )
  }
  if (count === 0) return <>{empty}</>
  return (
    <>
      {children}
      <div className={styles.more}>
        {query.error !== null && <p role="alert">{wordsFor(query.error)}</p>}
        {query.hasNextPage ? (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            加载更多
          </Button>
        ) : (
          <p>共 {count} 条</p>
        )}
      </div>
    </>
  )
}
