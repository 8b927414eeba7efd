import { useInfiniteQuery } from '@tanstack/react-query'
import { NoticeRow } from '../features/notices/NoticeRow'
import styles from '../ui/Rows.module.css'
import { noticesQuery } from '../features/notices/queries'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import { useNow } from '../ui/useNow'
import { useTitle } from '../ui/useTitle'
import { WindowedList } from '../ui/WindowedList'
import { t } from '../ui/language'

export function NoticesPage() {
  useTitle(t('通知', 'Notices'))
  const now = useNow()
  const list = useInfiniteQuery(noticesQuery)
  const notices = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title={t('通知', 'Notices')} />
      <ListState
        query={list}
        count={notices.length}
        empty={
          <PageState
            title={t('还没有通知', 'No notices yet')}
            text={t(
              '发布活动预告时勾选“通知订阅者”，发送情况会显示在这里。',
              'Tick “Tell subscribers” when you publish an event; how it was sent is shown here.',
            )}
          />
        }
      >
        <WindowedList
          label={t('通知列表', 'Notices')}
          className={styles.list}
          items={notices}
          whole={!list.hasNextPage}
          rowHeight={76}
          place="notices"
        >
          {(notice) => <NoticeRow key={notice.id} notice={notice} now={now} />}
        </WindowedList>
      </ListState>
    </>
  )
}
