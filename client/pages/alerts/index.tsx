import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { AlertsView } from '../../features/alerts/AlertsView'
import { MemberFailure } from '../../features/alerts/MemberFailure'
import { Outside } from '../../features/alerts/Outside'
import { useAlerts } from '../../features/alerts/useAlerts'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'

export default function AlertsPage() {
  const view = useAlerts()
  const { load, refresh } = view
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))

  return (
    <Screen title="活动提醒">
      {load.state === 'loading' && <Skeleton shape="card" rows={4} />}
      {load.state === 'outside' && <Outside what="活动提醒由微信送达。" />}
      {load.state === 'error' && (
        <MemberFailure problem={load.problem} onRetry={() => void refresh()} title="暂时无法读取提醒" />
      )}
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
      {load.state === 'ready' && <AlertsView alerts={load.data} view={view} />}
    </Screen>
  )
}
