import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import {
  useAddToFavorites,
  useDidShow,
  useReachBottom,
  useRouter,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro'
import { TopUp } from '../../features/alerts/TopUp'
import { TOLD_OF_EVENTS } from '../../features/alerts/offer'
import { ArticleActions } from '../../features/articles/ArticleActions'
import { ArticleHead } from '../../features/articles/ArticleHead'
import { ArticleTools } from '../../features/articles/ArticleTools'
import { Around } from '../../features/articles/Around'
import { Body } from '../../features/articles/body/Body'
import { readingMinutes } from '../../features/articles/body/readingTime'
import { DrawingCanvas } from '../../features/articles/poster/DrawingCanvas'
import { articleIdOf, useArticlePage } from '../../features/articles/useArticlePage'
import { CARD_CANVASES } from '../../features/articles/useShareCards'
import { useSurroundings } from '../../features/articles/useSurroundings'
import { Withdrawn } from '../../features/articles/Withdrawn'
import { EventBlock } from '../../features/events/EventBlock'
import { useNow } from '../../loading/useNow'
import { inSinglePage } from '../../platform/singlePage'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import './index.scss'

/** An article that is looked at again after this long may have been changed or withdrawn. */
const MINUTE_MS = 60_000

export default function ArticlePage() {
  const { params } = useRouter<{ id?: string; scene?: string; notice?: string }>()
  const id = articleIdOf(params)
  const { load, refresh, refreshAfter, article, views, lastTitle, friendCard, timelineCard } = useArticlePage(id)
  const now = useNow()
  const [nearEnd, setNearEnd] = useState(0)
  const whole = load.state === 'ready' ? load.data : null
  const around = useSurroundings(id, whole !== null && !inSinglePage(), nearEnd)
  const minutes = useMemo(() => (whole ? readingMinutes(whole.blocks) : null), [whole])

  useDidShow(() => refreshAfter(MINUTE_MS))
  useReachBottom(() => setNearEnd((times) => times + 1))
  useShareAppMessage(() => friendCard)
  useShareTimeline(() => timelineCard)
  useAddToFavorites(() => timelineCard)

  if (load.state === 'error') {
    const missing = load.problem.kind === 'missing' || load.problem.status === 400
    return (
      <Screen title="正文">
        {missing ? (
          <Withdrawn title={lastTitle} />
        ) : (
          <Failure problem={load.problem} onRetry={() => void refresh()} title="文章没有加载成功" />
        )}
      </Screen>
    )
  }
  return (
    <Screen title="正文" className="article">
      <DrawingCanvas ids={[...CARD_CANVASES]} />
      <View className="article__sheet">
        {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
        {article && <ArticleHead article={article} views={views} />}
        {article && <ArticleTools article={article} minutes={minutes} />}
        {article?.event && <EventBlock article={article} event={article.event} />}
        {params.notice && whole?.event && <TopUp topics={TOLD_OF_EVENTS} />}
        {whole ? <Body blocks={whole.blocks} /> : <Skeleton shape="text" rows={9} />}
        {whole && <ArticleActions article={whole} />}
      </View>
      {around && <Around found={around} now={now} />}
    </Screen>
  )
}
