import { Text, View } from '@tarojs/components'
import type { AlertTopic } from '../../../shared/contract'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Toggle } from '../../ui/Toggle'
import './TopicCard.scss'

interface TopicCardProps {
  topic: AlertTopic
  /** How WeChat answers for this topic without asking. */
  kept: 'accept' | 'reject' | null
  onAsk: () => void
  onTurn: (subscribed: boolean) => void
}

/** What the member should know about this topic now; empty when there is nothing to say. */
function noteOf({ subscribed, remaining }: AlertTopic, kept: TopicCardProps['kept']): string {
  if (kept === 'reject') return '微信中已设为总是拒绝，增加前请先到设置中改为允许。'
  if (!subscribed) return remaining > 0 ? '已关闭，剩余次数为您保留。' : ''
  if (remaining === 0) return '次数已用完，增加一次才能收到下一条。'
  return kept === 'accept' ? '微信中已设为总是允许，增加时不再弹窗。' : ''
}

/** One thing that a member may be told about: on or off, how many notices are left, and the tap for one more. */
export function TopicCard({ topic, kept, onAsk, onTurn }: TopicCardProps) {
  const { title, description, subscribed, remaining } = topic
  const note = noteOf(topic, kept)
  return (
    <View className="topic">
      <View className="topic__head">
        <View className="topic__text">
          <View className="topic__title" {...roleOf({ role: 'heading' })}>
            {title}
          </View>
          <View className="topic__description">{description}</View>
        </View>
        <Toggle className="topic__switch" on={subscribed} label={title} onTurn={onTurn} />
      </View>
      <View className="topic__foot">
        <View className="topic__left">
          <Text>剩余 </Text>
          <Text className={`topic__count ${remaining === 0 ? 'topic__count--none' : ''}`}>{remaining}</Text>
          <Text> 次提醒</Text>
        </View>
        <Button id={`ask-${topic.topic}`} kind="soft" text="增加一次" label={`${title}：增加一次提醒`} onTap={onAsk} />
      </View>
      {note && <View className="topic__note">{note}</View>}
    </View>
  )
}
