import { Text, View } from '@tarojs/components'
import type { ArticleSummary, Event } from '../../../shared/contract'
import { Tap } from '../../ui/Tap'
import { DateTile } from './DateTile'
import { briefOf, deadlineOf, stateOf } from './eventWords'
import { StateChip } from './StateChip'
import './EventCard.scss'

interface EventCardProps {
  article: ArticleSummary
  event: Event
  /** Milliseconds since the epoch. */
  now: number
  onTap: () => void
}

/** An event in a list: its day, its name, hour and place, and what its state or deadline asks of the member. */
export function EventCard({ article, event, now, onTap }: EventCardProps) {
  const state = stateOf(event, now)
  const deadline = state === 'upcoming' ? deadlineOf(event, now) : null
  return (
    <Tap className="event-card" role="link" onTap={onTap}>
      <DateTile startsAt={event.startsAt} faded={state === 'ended' || state === 'cancelled'} />
      <View className="event-card__text">
        <View className="event-card__title clamp-2">{article.title}</View>
        <View className="event-card__brief">{briefOf(event)}</View>
        <View className="event-card__foot">
          <StateChip state={state} />
          {deadline?.soon && <Text className="event-card__deadline">报名即将截止</Text>}
        </View>
      </View>
    </Tap>
  )
}
