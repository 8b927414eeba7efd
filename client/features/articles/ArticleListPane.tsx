import { useState } from 'react'
import { View } from '@tarojs/components'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { roleOf } from '../../ui/aria'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import { Tap } from '../../ui/Tap'
import { ArticleRow } from './ArticleRow'
import type { ArticleListView } from './useArticleList'
import './ArticleListPane.scss'

const FOOT = {
  idle: '上滑加载更多',
  loading: '正在加载…',
  failed: '没有加载成功，点此重试',
  end: '已经到底了',
} as const

/** A list in whichever state it is. */
export function ArticleListPane({ list, refresh, more }: ArticleListView) {
  const [now] = useState(() => Date.now())
  if (list.state === 'loading') return <Skeleton shape="card" />
  if (list.state === 'empty') return <Blank icon="empty" title="这里还没有内容" text="有新内容时会出现在这里。" />
  if (list.state === 'error') return <Failure problem={list.problem} onRetry={() => void refresh()} />
  const foot = list.state === 'end' ? 'end' : list.more
  return (
    <View className="pane">
      {list.stale && <Stale problem={list.stale} onRetry={() => void refresh()} />}
      <View className="pane__rows">
        {list.items.map((article) => (
          <ArticleRow key={article.id} article={article} now={now} />
        ))}
      </View>
      {foot === 'failed' ? (
        <Tap className="pane__foot pane__foot--tap" onTap={() => void more()}>
          {FOOT.failed}
        </Tap>
      ) : (
        <View className="pane__foot" {...roleOf({ role: 'status' })}>
          {FOOT[foot]}
        </View>
      )}
    </View>
  )
}
