import { View } from '@tarojs/components'
import type { Alerts } from '../../../shared/contract'
import { open } from '../../platform/navigation'
import { openSettings } from '../../platform/wechat'
import { PAGES } from '../../routes'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Ways } from '../../ui/Ways'
import type { Guidance } from './answers'
import { keptChoice } from './setting'
import { TopicCard } from './TopicCard'
import type { AlertsControls } from './useAlerts'
import './AlertsView.scss'

function GuidanceCard({ guidance }: { guidance: Guidance }) {
  return (
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
  )
}

/** The topics with what is left of each, the one tap that asks for all, and the way to what has come. */
export function AlertsView({ alerts, view }: { alerts: Alerts; view: AlertsControls }) {
  const { guidance, setting } = view
  return (
    <View className="alerts">
      <View className="alerts__intro">
        <View className="alerts__why">
          微信规定：您每允许一次，协会才能给您发一条通知。多点几次“允许”，就能多收到几次提醒。
        </View>
        <Button id="ask-all" icon="bell" text="开启活动提醒" onTap={() => view.ask(alerts.topics)} />
      </View>
      {guidance && <GuidanceCard guidance={guidance} />}
      {alerts.topics.map((topic) => (
        <TopicCard
          key={topic.topic}
          topic={topic}
          kept={keptChoice(setting, topic.template.id)}
          onAsk={() => view.ask([topic])}
          onTurn={(subscribed) => void view.turn(topic, subscribed)}
        />
      ))}
      <Ways
        ways={[
          { icon: 'news', name: '收到的通知', onTap: () => open(PAGES.received) },
          { icon: 'shield', name: '我们保存了什么', onTap: () => open(PAGES.privacy) },
        ]}
      />
    </View>
  )
}
