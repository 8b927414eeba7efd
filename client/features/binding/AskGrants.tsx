import { useEffect } from 'react'
import { Text, View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useAlerts } from '../alerts/useAlerts'

/** The account is bound. WeChat lets nothing be sent without a grant, so the first ones are asked for here. */
export function AskGrants({ staff }: { staff: string }) {
  const { load, guidance, refresh, ask } = useAlerts()
  useEffect(() => {
    queueMicrotask(() => void refresh())
  }, [refresh])
  const topics = load.state === 'ready' ? load.data.topics : []
  return (
    <View className="binding__card">
      <View className="binding__disc">
        <Icon name="flag" size={36} />
      </View>
      <View className="binding__title" {...roleOf({ role: 'status' })}>
        已绑定到工作人员“{staff}”
      </View>
      <View className="binding__text">
        微信规定：每允许一次，才能发一条。请在这里允许，后台才能把通知先发给您；用完后回到本页或“提醒”再次允许。允许后，您也会像会员一样收到相应的活动提醒。
      </View>
      {guidance && (
        <View className="binding__text" {...roleOf({ role: 'alert' })}>
          {guidance.text}
        </View>
      )}
      <View className="binding__left">
        {topics.map(({ topic, title, remaining }) => (
          <View key={topic} className="binding__row">
            <Text>{title}</Text>
            <Text>{`可收 ${remaining} 条`}</Text>
          </View>
        ))}
      </View>
      <View className="binding__actions">
        {topics.length > 0 && <Button id="allow" icon="bell" text="允许接收测试通知" onTap={() => ask(topics)} />}
      </View>
    </View>
  )
}
