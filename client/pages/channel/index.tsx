import { useEffect } from 'react'
import Taro, { usePullDownRefresh, useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro'
import { ArticleListPane } from '../../features/articles/ArticleListPane'
import { itemsOf } from '../../features/articles/articleList'
import { useArticleList } from '../../features/articles/useArticleList'
import { useChannels } from '../../features/channels/useChannels'
import { CalendarLink } from '../../features/events/CalendarLink'
import { back } from '../../platform/navigation'
import { channelPath } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Screen } from '../../ui/Screen'

export default function ChannelPage() {
  const { slug = '' } = useRouter<{ slug: string }>().params
  const channels = useChannels()
  const view = useArticleList(slug)
  const known = channels.load.state === 'ready' ? channels.load.data.find((leaf) => leaf.slug === slug) : undefined
  const name = known?.name ?? itemsOf(view.list)[0]?.channel.name ?? '栏目'
  const missing = view.list.state === 'error' && view.list.problem.kind === 'missing'

  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: name })
  }, [name])
  usePullDownRefresh(() => void view.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void view.more())
  useShareAppMessage(() => ({ title: `${name} · ${ORGANISATION.name}`, path: channelPath(slug) }))

  return (
    <Screen title={name}>
      {missing ? (
        <Blank icon="empty" title="没有找到这个栏目" text="栏目可能已经调整。" action={{ text: '返回', onTap: back }} />
      ) : (
        <>
          {known?.kind === 'events' && <CalendarLink text="按月查看活动日历" />}
          <ArticleListPane {...view} />
        </>
      )}
    </Screen>
  )
}
