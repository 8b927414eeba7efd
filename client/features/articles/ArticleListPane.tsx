import { useState } from 'react'
import { View } from '@tarojs/components'
import { clockNow } from '../../platform/clock'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { ListFoot } from '../../ui/ListFoot'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import { ArticleRow } from './ArticleRow'
import type { ArticleListView } from './useArticleList'
import './ArticleListPane.scss'

/** A list in whichever state it is. */
export function ArticleListPane({ list, refresh, more }: ArticleListView) {
  const [now] = useState(clockNow)
  if (list.state === 'loading') return <Skeleton shape="card" />
  if (list.state === 'empty') return <Blank icon="empty" title="这里还没有内容" text="有新内容时会出现在这里。" />
  if (list.state === 'error') return <Failure problem={list.problem} onRetry={() => void refresh()} />
  return (
    <View className="pane">
      {list.stale && <Stale problem={list.stale} onRetry={() => void refresh()} />}
      <View className="pane__rows">
        {list.items.map((article) => (
          <ArticleRow key={article.id} article={article} now={now} />
        ))}
      </View>
      <ListFoot state={list.state === 'end' ? 'end' : list.more} onMore={() => void more()} />
    </View>
  )
}
