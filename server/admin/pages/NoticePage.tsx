import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import { isCode, wordsFor } from '../api/errors'
import { siteQuery } from '../api/site'
import { NoticeView } from '../features/notices/NoticeView'
import { noticeQuery } from '../features/notices/queries'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function NoticePage() {
  useTitle('通知详情')
  const { id = '' } = useParams()
  const notice = useQuery(noticeQuery(id))
  const site = useQuery(siteQuery)
  if (notice.data !== undefined) {
    return <NoticeView notice={notice.data} sender={site.data?.organisation.shortName ?? ''} />
  }
  if (notice.isPending) return <PageLoading />
  const gone = isCode(notice.error, 'notice_not_found') || isCode(notice.error, 'request_invalid')
  return (
    <PageState
      title={gone ? '没有找到这条通知' : '通知没有加载出来'}
      text={gone ? undefined : wordsFor(notice.error)}
      action={
        gone ? <Link to="/notices">返回通知列表</Link> : <Button onClick={() => void notice.refetch()}>重试</Button>
      }
    />
  )
}
