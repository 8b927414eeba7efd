import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { ArticleHead } from '../../features/articles/ArticleHead'
import { Body } from '../../features/articles/body/Body'
import { handedOver } from '../../features/articles/handover'
import { useArticle } from '../../features/articles/useArticle'
import { EventBlock } from '../../features/events/EventBlock'
import { pictureAddress } from '../../platform/address'
import { back } from '../../platform/navigation'
import { articlePath } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import './index.scss'

export default function ArticlePage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const { load, refresh, views } = useArticle(id)
  const [summary] = useState(() => handedOver(id))
  const [now] = useState(() => Date.now())
  const article = load.state === 'ready' ? load.data : load.state === 'loading' ? summary : null
  const title = article?.title ?? ORGANISATION.name
  const cover = article?.cover ? { imageUrl: pictureAddress(article.cover.url) } : {}

  useShareAppMessage(() => ({ title, path: articlePath(id), ...cover }))
  useShareTimeline(() => ({ title, query: `id=${encodeURIComponent(id)}`, ...cover }))

  if (load.state === 'error') {
    const missing = load.problem.kind === 'missing' || load.problem.status === 400
    return (
      <Screen title="正文">
        {missing ? (
          <Blank
            icon="empty"
            title="没有找到这篇文章"
            text="它可能已被撤回，或者链接不完整。"
            action={{ text: '返回', onTap: back }}
          />
        ) : (
          <Failure problem={load.problem} onRetry={() => void refresh()} title="文章没有加载成功" />
        )}
      </Screen>
    )
  }
  return (
    <Screen title="正文" className="article">
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
      <View className="article__sheet">
        {article && <ArticleHead article={article} views={views ?? article.views} />}
        {article?.event && <EventBlock event={article.event} now={now} />}
        {load.state === 'ready' ? <Body blocks={load.data.blocks} /> : <Skeleton shape="text" rows={9} />}
      </View>
    </Screen>
  )
}
