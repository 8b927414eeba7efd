import { Switch, Text, View } from '@tarojs/components'
import type { AlertTopic } from '../../../shared/contract'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import './TopicCard.scss'

interface TopicCardProps {
  topic: AlertTopic
  onAsk: () => void
  onTurn: (subscribed: boolean) => void
}

/** One thing that a member may be told about: on or off, how many notices are left, and the tap for one more. */
export function TopicCard({ topic, onAsk, onTurn }: TopicCardProps) {
  const { title, description, subscribed, remaining } = topic
  return (
    <View className="topic">
      <View className="topic__head">
        <View className="topic__text">
          <View className="topic__title" {...roleOf({ role: 'heading' })}>
            {title}
          </View>
          <View className="topic__description">{description}</View>
        </View>
        <Switch
          className="topic__switch"
          checked={subscribed}
          color="#12807b"
          ariaLabel={`${title}：${subscribed ? '已开启' : '已关闭'}`}
          onChange={(event) => onTurn(event.detail.value)}
        />
      </View>
      <View className="topic__foot">
        <View className="topic__left">
          <Text>剩余 </Text>
          <Text className={`topic__count ${remaining === 0 ? 'topic__count--none' : ''}`}>{remaining}</Text>
          <Text> 次提醒</Text>
        </View>
        <Button id={`ask-${topic.topic}`} kind="soft" text="增加一次" label={`${title}：增加一次提醒`} onTap={onAsk} />
      </View>
    </View>
  )
}
