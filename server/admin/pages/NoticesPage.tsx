import { useInfiniteQuery } from '@tanstack/react-query'
import { NoticeRow } from '../features/notices/NoticeRow'
import styles from '../ui/Rows.module.css'
import { noticesQuery } from '../features/notices/queries'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import { useNow } from '../ui/useNow'
import { useTitle } from '../ui/useTitle'

export function NoticesPage() {
  useTitle('通知')
  const now = useNow()
  const list = useInfiniteQuery(noticesQuery)
  const notices = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title="通知" />
      <ListState
        query={list}
        count={notices.length}
        empty={<PageState title="还没有通知" text="发布活动预告时勾选“通知订阅者”，发送情况会显示在这里。" />}
      >
        <ul className={styles.list} aria-label="通知列表">
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} now={now} />
          ))}
        </ul>
      </ListState>
    </>
  )
}
