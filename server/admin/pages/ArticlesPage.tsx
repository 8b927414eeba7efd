import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router-dom'
import type { StaffArticleSummary } from '../../../shared/contract'
import { channelChoices, siteQuery } from '../api/site'
import { ArticleFilters } from '../features/articles/ArticleFilters'
import { ArticleRow } from '../features/articles/ArticleRow'
import { SelectionBar } from '../features/articles/SelectionBar'
import { articlesQuery, type ArticleFilter } from '../features/articles/queries'
import { filterFrom, filterTo, rememberArticles } from '../features/articles/filterAddress'
import { useBin } from '../features/bin/useBin'
import { reviewQueueQuery } from '../features/review/queries'
import { ReviewChip } from '../features/review/ReviewChip'
import { sessionQuery } from '../features/session/queries'
import styles from '../ui/Rows.module.css'
import { Plus } from '../ui/icons'
import { t } from '../ui/language'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import { useNow } from '../ui/useNow'
import { useTitle } from '../ui/useTitle'
import { WindowedList } from '../ui/WindowedList'

export function ArticlesPage() {
  useTitle(t('文章', 'Articles'))
  const now = useNow()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const filter = filterFrom(search)
  const site = useQuery(siteQuery)
  const list = useInfiniteQuery(articlesQuery(filter))
  const articles = list.data?.pages.flatMap((page) => page.items) ?? []
  const queue = useQuery(reviewQueueQuery)
  const session = useQuery(sessionQuery)
  const bin = useBin()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  // what the filter hides is not deleted with the rest
  const chosen = articles.filter(({ id }) => picked.has(id))
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(id)
    else next.delete(id)
    setPicked(next)
  }
  /** Writers delete their own drafts. The server has the last word. */
  const mayDelete = ({ status, scheduledAt, createdBy }: StaffArticleSummary) =>
    session.data !== undefined &&
    (session.data.role !== 'writer' || (status === 'draft' && scheduledAt === null && createdBy === session.data.id))
  const choose = (next: ArticleFilter) => setSearch(filterTo(next), { replace: true })
  const filtered = filterTo(filter).size > 0
  const place = `articles?${filterTo(filter)}`
  useEffect(() => rememberArticles(filterTo(filter)))
  const write = (
    <Button type="primary" icon={<Plus />} onClick={() => void navigate('/articles/new')}>
      {t('写文章', 'Write an article')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('文章', 'Articles')}>
        <span className={styles.headTools}>
          <Link to="/pinned">{t('置顶顺序', 'Order of pinned')}</Link>
          <Link to="/bin">{t('回收站', 'Bin')}</Link>
          {write}
        </span>
      </PageHead>
      <ArticleFilters
        filter={filter}
        waiting={queue.data?.waiting ?? 0}
        channels={channelChoices(site.data?.channels ?? [])}
        onChange={choose}
      />
      <ListState
        query={list}
        count={articles.length}
        empty={
          filtered ? (
            <PageState
              title={t('没有符合条件的文章', 'No article matches')}
              text={t('可以换一个状态、栏目或搜索词。', 'Try another status, channel or word.')}
              action={
                <Button onClick={() => choose({ status: undefined, review: undefined, channel: undefined, q: '' })}>
                  {t('清除筛选', 'Clear the filter')}
                </Button>
              }
            />
          ) : (
            <PageState
              title={t('还没有文章', 'No articles yet')}
              text={t(
                '写下第一篇，先存为草稿，确认无误后再发布。',
                'Write the first one: keep it as a draft, and publish it once it is right.',
              )}
              action={write}
            />
          )
        }
      >
        <SelectionBar
          count={chosen.length}
          onClear={() => setPicked(new Set())}
          onRemove={() => bin.remove(chosen, '', () => setPicked(new Set()))}
        />
        <WindowedList
          key={place}
          label={t('文章列表', 'Articles')}
          className={styles.list}
          items={articles}
          whole={!list.hasNextPage}
          rowHeight={75}
          place={place}
        >
          {(article) => (
            <ArticleRow
              key={article.id}
              article={article}
              now={now}
              review={<ReviewChip status={article.status} review={article.review} />}
              chosen={picked.has(article.id)}
              onChoose={mayDelete(article) ? (on) => pick(article.id, on) : undefined}
            />
          )}
        </WindowedList>
      </ListState>
    </>
  )
}
