import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { AlertsView } from '../../features/alerts/AlertsView'
import { useAlerts } from '../../features/alerts/useAlerts'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
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
      {load.state === 'outside' && (
        <Blank
          icon="bell"
          title="请在微信小程序中使用"
          text={`活动提醒由微信送达。请在微信中搜索“${ORGANISATION.shortName}”，打开小程序后再开启提醒。`}
          action={{ text: '先看看近期活动', onTap: () => open(PAGES.home) }}
        />
      )}
      {load.state === 'error' && (
        <Failure problem={load.problem} onRetry={() => void refresh()} title="暂时无法读取提醒" />
      )}
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
      {load.state === 'ready' && <AlertsView alerts={load.data} view={view} />}
    </Screen>
  )
}
