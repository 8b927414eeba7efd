import { Text, View } from '@tarojs/components'
import type { ArticleSummary, Event } from '../../../shared/contract'
import { Tap } from '../../ui/Tap'
import { DateTile } from './DateTile'
import { briefOf, countdownOf, deadlineOf, stateOf, wasMoved } from './eventWords'
import { ChangedChip, StateChip } from './StateChip'
import './EventCard.scss'

interface EventCardProps {
  article: ArticleSummary
  event: Event
  /** Milliseconds since the epoch. */
  now: number
  /** Opened before on this phone. */
  read?: boolean
  onTap: () => void
}

/** An event in a list: its day, its name, hour and place, and what its state or deadline asks of the member. */
export function EventCard({ article, event, now, read = false, onTap }: EventCardProps) {
  const state = stateOf(event, now)
  const countdown = countdownOf(event, now)
  const deadline = state === 'upcoming' ? deadlineOf(event, now) : null
  return (
    <Tap className={read ? 'event-card event-card--read' : 'event-card'} role="link" onTap={onTap}>
      <DateTile startsAt={event.startsAt} spoken faded={state === 'ended' || state === 'cancelled'} />
      <View className="event-card__text">
        <View className="event-card__title clamp-2">{article.title}</View>
        <View className="event-card__brief clamp-2">{briefOf(event)}</View>
        <View className="event-card__foot">
          <StateChip state={state} />
          {wasMoved(event, state) && <ChangedChip />}
          {countdown !== null && <Text className="event-card__countdown">{countdown}</Text>}
          {deadline?.soon && <Text className="event-card__deadline">报名即将截止</Text>}
          {read && <Text className="event-card__read">已读</Text>}
        </View>
      </View>
    </Tap>
  )
}
