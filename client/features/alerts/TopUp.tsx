import { Text, View } from '@tarojs/components'
import type { Topic } from '../../../shared/domain/topics'
import { roleOf } from '../../ui/aria'
import { Tap } from '../../ui/Tap'
import { useTopUp } from './useTopUp'
import './TopUp.scss'

/**
 * A small line where a member has just dealt with alerts: nothing is left of this topic, one more is a tap away. It
 * decides by itself whether it shows, at most once a day, and gives nothing in return for the tap.
 */
export function TopUp({ topics }: { topics: readonly Topic[] }) {
  const offer = useTopUp(topics)
  if (!offer.topic) return null
  if (offer.words) {
    return (
      <View className="top-up" {...roleOf({ role: 'status' })}>
        <Text className="top-up__text">{offer.words}</Text>
      </View>
    )
  }
  return (
    <View className="top-up">
      <Text className="top-up__text">“{offer.topic.title}”的次数已用完，增加一次才能收到下一条。</Text>
      <Tap className="top-up__take" label={`${offer.topic.title}：增加一次提醒`} onTap={offer.take}>
        增加一次
      </Tap>
    </View>
  )
}
