import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { ContactView } from '../../features/contact/ContactView'
import { useContact } from '../../features/contact/useContact'
import { PAGES } from '../../routes'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'

/** Open or closed follows from the clock; the card itself changes rarely. */
const TEN_MINUTES_MS = 600_000

export default function ContactPage() {
  const { load, refresh, refreshAfter } = useContact()
  useDidShow(() => refreshAfter(TEN_MINUTES_MS))
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({ title: `联系${ORGANISATION.name}`, path: PAGES.contact }))

  return (
    <Screen title="联系我们">
      {load.state === 'loading' && <Skeleton shape="card" rows={4} />}
      {load.state === 'error' && <Failure problem={load.problem} onRetry={() => void refresh()} />}
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
      {load.state === 'ready' && <ContactView card={load.data} />}
    </Screen>
  )
}
