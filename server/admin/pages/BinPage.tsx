import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { BinnedArticle } from '../../../shared/contract'
import { BIN_DAYS } from '../../../shared/domain/bin'
import { BinRow } from '../features/bin/BinRow'
import { BinSelection } from '../features/bin/BinSelection'
import { binQuery } from '../features/bin/queries'
import { useBinned } from '../features/bin/useBinned'
import { sessionQuery } from '../features/session/queries'
import { t } from '../ui/language'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import rows from '../ui/Rows.module.css'
import { useTitle } from '../ui/useTitle'
import { WindowedList } from '../ui/WindowedList'

/** What was deleted, with the way back. */
export function BinPage() {
  const name = t('回收站', 'Bin')
  useTitle(name)
  const session = useQuery(sessionQuery)
  const list = useInfiniteQuery(binQuery)
  const articles = list.data?.pages.flatMap((page) => page.items) ?? []
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { working, restore, purge } = useBinned()
  const mayPurge = session.data?.role === 'administrator'
  const mayChoose = ({ mayRestore }: BinnedArticle): boolean => mayRestore || mayPurge
  const chosen = articles.filter((article) => picked.has(article.id) && mayChoose(article))
  const restorable = chosen.filter(({ mayRestore }) => mayRestore)
  const pick = (id: string, isPicked: boolean) =>
    setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((other) => other !== id)))

  return (
    <>
      <PageHead title={name}>
        <Link to="/articles">{t('返回文章列表', 'Back to the articles')}</Link>
      </PageHead>
      <p className={rows.note}>
        {t(
          `删除的文章在这里保留 ${BIN_DAYS} 天，之后自动永久清除。恢复后是草稿，需要重新发布。`,
          `Deleted articles are kept for ${BIN_DAYS} days. A restored one is a draft and has to be published again.`,
        )}
      </p>
      <ListState
        query={list}
        count={articles.length}
        empty={
          <PageState
            title={t('回收站是空的', 'The bin is empty')}
            text={t('删除的文章会出现在这里。', 'What is deleted appears here.')}
          />
        }
      >
        <BinSelection
          chosen={chosen}
          working={working}
          onRestore={restorable.length > 0 ? () => restore(restorable) : undefined}
          onPurge={mayPurge ? () => purge(chosen) : undefined}
          onClear={() => setPicked(new Set())}
        />
        <WindowedList
          label={t('回收站中的文章', 'Articles in the bin')}
          className={rows.list}
          items={articles}
          whole={!list.hasNextPage}
          rowHeight={75}
        >
          {(article) => (
            <BinRow
              key={article.id}
              article={article}
              working={working}
              chosen={picked.has(article.id)}
              onChoose={mayChoose(article) ? (isPicked) => pick(article.id, isPicked) : undefined}
              onRestore={() => restore([article])}
              onPurge={mayPurge ? () => purge([article]) : undefined}
            />
          )}
        </WindowedList>
      </ListState>
    </>
  )
}
