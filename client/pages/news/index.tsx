import { useEffect, useState } from 'react'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { ArticleListPane } from '../../features/articles/ArticleListPane'
import { useArticleList } from '../../features/articles/useArticleList'
import type { Leaf } from '../../features/channels/leaves'
import { Segments } from '../../features/channels/Segments'
import { useChannels } from '../../features/channels/useChannels'
import { scrolledTo, scrollTo } from '../../platform/scroll'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'

function Lists({ channels, first }: { channels: Leaf[]; first: string }) {
  const [chosen, setChosen] = useState(first)
  const view = useArticleList(chosen)
  usePullDownRefresh(() => void view.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void view.more())

  const [places] = useState(() => new Map<string, number>())
  const choose = (slug: string): void => {
    void scrolledTo().then((top) => {
      places.set(chosen, top)
      setChosen(slug)
    })
  }
  // A channel that is chosen again is where it was left.
  useEffect(() => {
    if (places.size > 0) scrollTo(places.get(chosen) ?? 0)
  }, [places, chosen])

  return (
    <>
      <Segments channels={channels} chosen={chosen} onChoose={choose} />
      <ArticleListPane {...view} />
    </>
  )
}

export default function NewsPage() {
  const { load, refresh } = useChannels()
  const first = load.state === 'ready' ? load.data[0] : undefined
  return (
    <Screen title="资讯">
      {load.state === 'loading' && <Skeleton shape="card" />}
      {load.state === 'error' && <Failure problem={load.problem} onRetry={() => void refresh()} />}
      {load.state === 'ready' && first && <Lists channels={load.data} first={first.slug} />}
      {load.state === 'ready' && !first && <Blank icon="empty" title="还没有栏目" />}
    </Screen>
  )
}
