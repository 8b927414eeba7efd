import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { channelChoices, siteQuery } from '../api/site'
import { ArticleFilters } from '../features/articles/ArticleFilters'
import { ArticleRow } from '../features/articles/ArticleRow'
import { articlesQuery, type ArticleFilter } from '../features/articles/queries'
import { filterFrom, filterTo } from '../features/articles/filterAddress'
import styles from '../ui/Rows.module.css'
import { Plus } from '../ui/icons'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import { useNow } from '../ui/useNow'
import { useTitle } from '../ui/useTitle'

export function ArticlesPage() {
  useTitle('文章')
  const now = useNow()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const filter = filterFrom(search)
  const site = useQuery(siteQuery)
  const list = useInfiniteQuery(articlesQuery(filter))
  const articles = list.data?.pages.flatMap((page) => page.items) ?? []
  const choose = (next: ArticleFilter) => setSearch(filterTo(next), { replace: true })
  const filtered = filterTo(filter).size > 0
  const write = (
    <Button type="primary" icon={<Plus />} onClick={() => void navigate('/articles/new')}>
      写文章
    </Button>
  )
  return (
    <>
      <PageHead title="文章">{write}</PageHead>
      <ArticleFilters filter={filter} channels={channelChoices(site.data?.channels ?? [])} onChange={choose} />
      <ListState
        query={list}
        count={articles.length}
        empty={
          filtered ? (
            <PageState
              title="没有符合条件的文章"
              text="可以换一个状态、栏目或搜索词。"
              action={
                <Button onClick={() => choose({ status: undefined, channel: undefined, q: '' })}>清除筛选</Button>
              }
            />
          ) : (
            <PageState title="还没有文章" text="写下第一篇，先存为草稿，确认无误后再发布。" action={write} />
          )
        }
      >
        <ul className={styles.list} aria-label="文章列表">
          {articles.map((article) => (
            <ArticleRow key={article.id} article={article} now={now} />
          ))}
        </ul>
      </ListState>
    </>
  )
}
