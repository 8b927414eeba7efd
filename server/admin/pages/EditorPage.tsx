import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router-dom'
import type { StaffArticle } from '../../../shared/contract'
import { isCode, wordsFor } from '../api/errors'
import { siteQuery } from '../api/site'
import { articleQuery } from '../features/articles/queries'
import { sessionQuery } from '../features/session/queries'
import { t } from '../ui/language'
import { PageLoading, PageState } from '../ui/PageState'
import { WritingDesk } from './editor/WritingDesk'

/** Loads what the desk needs, then leaves it alone: what is on the desk belongs to the person who writes. */
export function EditorPage() {
  const { id = 'new' } = useParams()
  const navigate = useNavigate()
  // the article that was begun at `/articles/new` in this very page: its desk stays as it is
  const [made, setMade] = useState<string | null>(null)
  const begun = id === 'new' || id === made
  const session = useQuery(sessionQuery)
  const site = useQuery(siteQuery)
  const article = useQuery({ ...articleQuery(id), enabled: !begun })

  const created = (first: StaffArticle) => {
    setMade(first.id)
    void navigate(`/articles/${first.id}`, { replace: true, state: { made: true } })
  }

  const ready = begun || article.data !== undefined
  if (session.data !== undefined && site.data !== undefined && ready) {
    return (
      <WritingDesk
        key={begun ? 'new' : id}
        article={begun ? null : (article.data ?? null)}
        staff={session.data}
        site={site.data}
        onCreated={created}
      />
    )
  }
  const error = article.error ?? site.error
  if (error === null) return <PageLoading />
  const binned = isCode(error, 'article_binned')
  const gone = isCode(error, 'article_not_found') || isCode(error, 'request_invalid')
  if (binned) {
    return (
      <PageState
        title={t('文章在回收站中', 'This article is in the bin')}
        text={wordsFor(error)}
        action={<Link to="/bin">{t('打开回收站', 'Open the bin')}</Link>}
      />
    )
  }
  const retry = () => Promise.all([article.refetch(), site.refetch()])
  return (
    <PageState
      title={
        gone
          ? t('没有找到这篇文章', 'There is no such article')
          : t('文章没有加载出来', 'The article could not be loaded')
      }
      text={
        gone ? t('它可能已被删除，或地址有误。', 'It may have been deleted, or the address is wrong.') : wordsFor(error)
      }
      action={
        gone ? (
          <Link to="/articles">{t('返回文章列表', 'Back to the articles')}</Link>
        ) : (
          <Button onClick={() => void retry()}>{t('重试', 'Try again')}</Button>
        )
      }
    />
  )
}
