import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { Footer } from '../../features/home/Footer'
import { Hero } from '../../features/home/Hero'
import { HomeContent } from '../../features/home/HomeContent'
import { useHome } from '../../features/home/useHome'
import { PAGES } from '../../routes'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import './index.scss'

/** A member who comes back after this long sees what is new without asking. */
const FIVE_MINUTES_MS = 300_000

export default function HomePage() {
  const { load, refresh, refreshAfter } = useHome()
  const organisation = load.state === 'ready' ? load.data.organisation : ORGANISATION

  useDidShow(() => refreshAfter(FIVE_MINUTES_MS))
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({ title: ORGANISATION.name, path: PAGES.home }))
  useShareTimeline(() => ({ title: ORGANISATION.name }))

  return (
    <Screen className="home" hero>
      <Hero welcome={organisation.welcome} motto={organisation.motto} />
      {load.state === 'loading' && <Skeleton shape="card" rows={4} />}
      {load.state === 'error' && <Failure problem={load.problem} onRetry={() => void refresh()} />}
      {load.state === 'ready' && (
        <HomeContent
          home={load.data}
          stale={load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
        />
      )}
      <Footer office={load.state === 'ready' ? load.data.office : undefined} />
    </Screen>
  )
}
