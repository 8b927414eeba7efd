import { useShareAppMessage } from '@tarojs/taro'
import { AboutView } from '../../features/contact/AboutView'
import { useContact } from '../../features/contact/useContact'
import { PAGES } from '../../routes'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'

/** Readable without a network too: then the address and the numbers are missing, and the page says so. */
export default function AboutPage() {
  const { load, refresh } = useContact()
  useShareAppMessage(() => ({ title: `关于${ORGANISATION.name}`, path: PAGES.about }))
  return (
    <Screen title="关于">
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
      <AboutView card={load.state === 'ready' ? load.data : null} />
      {load.state === 'error' && (
        <Failure problem={load.problem} onRetry={() => void refresh()} title="地址和电话没有加载成功" />
      )}
      {load.state === 'loading' && <Skeleton shape="card" rows={2} />}
    </Screen>
  )
}
