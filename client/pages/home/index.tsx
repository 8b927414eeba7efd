import Taro, { usePullDownRefresh, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { Hero } from '../../features/home/Hero'
import { HomeContent } from '../../features/home/HomeContent'
import { useHome } from '../../features/home/useHome'
import { PAGES } from '../../routes'
import { Failure } from '../../ui/Failure'
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
      {load.state === 'error' && <Failure problem={load.problem} onRetry={() => void refresh()} />}
      {load.state === 'ready' && <HomeContent home={load.data} />}
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
    </Screen>
  )
}
