import Taro, { usePullDownRefresh, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { Hero } from '../../features/home/Hero'
import { HomeContent } from '../../features/home/HomeContent'
import { useHome } from '../../features/home/useHome'
import { PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import './index.scss'

export default function HomePage() {
  const { load, refresh } = useHome()
  const organisation = load.state === 'ready' ? load.data.organisation : ORGANISATION

  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({ title: ORGANISATION.name, path: PAGES.home }))
  useShareTimeline(() => ({ title: ORGANISATION.name }))

  return (
    <Screen className="home">
      <Hero welcome={organisation.welcome} motto={organisation.motto} />
      {load.state === 'loading' && <Skeleton shape="card" rows={4} />}
      {load.state === 'error' && (
        <Blank
          icon="offline"
          title={load.problem.kind === 'offline' ? '网络连接不上' : '没有加载成功'}
          text={load.problem.message}
          action={{ text: '重试', onTap: () => void refresh() }}
        />
      )}
      {load.state === 'ready' && <HomeContent home={load.data} />}
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
    </Screen>
  )
}
