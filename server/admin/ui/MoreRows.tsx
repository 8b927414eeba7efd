import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { wordsFor } from '../api/errors'
import { count as countWords } from './count'
import { t } from './language'
import styles from './ListState.module.css'
import { useLatest } from './useLatest'

/** What a list in pages says of itself. */
export interface PagedQuery {
  error: Error | null
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

interface MoreRowsProps {
  query: PagedQuery
  count: number
  /** Whether the next page comes by itself when the end is near; not where the first one has to stay fresh. */
  automatic?: boolean
}

/** So far below the window the end may be when the next page is asked for. */
const AHEAD = '1600px'

/** The end of a list: the next page comes before somebody sees it; when that fails, or by keyboard, by a button. */
export function MoreRows({ query, count, automatic = true }: MoreRowsProps) {
  const { error, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const end = useRef<HTMLDivElement>(null)
  const next = useLatest(fetchNextPage)
  const wanted = automatic && hasNextPage && !isFetchingNextPage && error === null
  useEffect(() => {
    if (!wanted || end.current === null) return
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) next.current()
      },
      { rootMargin: `0px 0px ${AHEAD} 0px` },
    )
    near.observe(end.current)
    return () => near.disconnect()
    // a page that came and left the end where it was is followed by the next one
  }, [wanted, count, next])
  return (
    <div ref={end} className={styles.more}>
      {error !== null && <p role="alert">{wordsFor(error)}</p>}
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('加载更多', 'Load more')}
        </Button>
      ) : (
        <p>{t(`共 ${countWords(count)} 条`, `${countWords(count)} in all`)}</p>
      )}
    </div>
  )
}
