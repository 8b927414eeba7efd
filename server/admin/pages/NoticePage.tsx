import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { isNoticeOver } from '../../../shared/domain/notice'
import { isCode, wordsFor } from '../api/errors'
import { siteQuery } from '../api/site'
import { NoticeView } from '../features/notices/NoticeView'
import { noticeQuery } from '../features/notices/queries'
import { useNoticeStream } from '../features/notices/useNoticeStream'
import { sessionQuery } from '../features/session/queries'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'

export function NoticePage() {
  useTitle(t('通知详情', 'Notice'))
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const known = useQuery({ ...noticeQuery(id), refetchInterval: false })
  const live = useNoticeStream(id, known.data !== undefined && !isNoticeOver(known.data.status))
  const notice = useQuery(noticeQuery(id, live))
  const site = useQuery(siteQuery)
  const session = useQuery(sessionQuery)
  if (notice.data !== undefined) {
    return (
      <NoticeView
        key={id}
        notice={notice.data}
        at={notice.dataUpdatedAt}
        sender={site.data?.organisation.shortName ?? ''}
        mayDecide={session.data !== undefined && session.data.role !== 'writer'}
        opened={search.get('delivery')}
        onOpen={(delivery) => setSearch(delivery === null ? {} : { delivery }, { replace: true })}
        onFollowUp={(made) => void navigate(`/notices/${made.id}`)}
      />
    )
  }
  if (notice.isPending) return <PageLoading />
  const gone = isCode(notice.error, 'notice_not_found') || isCode(notice.error, 'request_invalid')
  return (
    <PageState
      title={
        gone
          ? t('没有找到这条通知', 'There is no such notice')
          : t('通知没有加载出来', 'The notice could not be loaded')
      }
      text={gone ? undefined : wordsFor(notice.error)}
      action={
        gone ? (
          <Link to="/notices">{t('返回通知列表', 'Back to the notices')}</Link>
        ) : (
          <Button onClick={() => void notice.refetch()}>{t('重试', 'Try again')}</Button>
        )
      }
    />
  )
}
