import { View } from '@tarojs/components'
import type { Alerts } from '../../../shared/contract'
import { openSettings } from '../../platform/wechat'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { TopicCard } from './TopicCard'
import type { AlertsControls } from './useAlerts'
import './AlertsView.scss'

/** The topics with what is left of each, and the one tap that asks for all. */
export function AlertsView({ alerts, view }: { alerts: Alerts; view: AlertsControls }) {
  const { guidance } = view
  return (
    <View className="alerts">
      <View className="alerts__intro">
        <View className="alerts__why">
          微信规定：您每允许一次，协会才能给您发一条通知。多点几次“允许”，就能多收到几次提醒。
        </View>
        <Button id="ask-all" icon="bell" text="开启活动提醒" onTap={() => view.ask(alerts.topics)} />
      </View>
      {guidance && (
        <View className="alerts__guidance" {...roleOf({ role: 'alert' })}>
          <Icon name="info" size={22} />
          <View className="alerts__guidance-text">
            <View className="alerts__guidance-title">{guidance.title}</View>
            <View>{guidance.text}</View>
            {guidance.settings && (
              <View className="alerts__guidance-action">
                <Button kind="soft" text="打开设置" onTap={openSettings} />
              </View>
            )}
          </View>
        </View>
      )}
      {alerts.topics.map((topic) => (
        <TopicCard
          key={topic.topic}
          topic={topic}
          onAsk={() => view.ask([topic])}
          onTurn={(subscribed) => void view.turn(topic, subscribed)}
        />
      ))}
    </View>
  )
}
