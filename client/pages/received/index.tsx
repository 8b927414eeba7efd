import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Outside } from '../../features/alerts/Outside'
import { ReceivedView } from '../../features/alerts/received/ReceivedView'
import { useReceived } from '../../features/alerts/received/useReceived'
import { Screen } from '../../ui/Screen'

export default function ReceivedPage() {
  const view = useReceived()
  usePullDownRefresh(() => void view.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void view.more())

  return (
    <Screen title="收到的通知">
      {view.outside ? <Outside what="通知由微信送达。" /> : <ReceivedView {...view} />}
    </Screen>
  )
}
