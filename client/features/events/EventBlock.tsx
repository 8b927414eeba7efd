import { Text, View } from '@tarojs/components'
import type { ArticleSummary, Event } from '../../../shared/contract'
import { useNow } from '../../loading/useNow'
import { inSinglePage } from '../../platform/singlePage'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icons/names'
import { calendarPath } from './calendarMonth'
import { CalendarLink } from './CalendarLink'
import { ChangeNote } from './ChangeNote'
import { DateTile } from './DateTile'
import { EventActions } from './EventActions'
import { countdownOf, deadlineOf, periodOf, stateOf, wasMoved } from './eventWords'
import { ChangedChip, StateChip } from './StateChip'
import './EventBlock.scss'

interface FactProps {
  icon: IconName
  name: string
  value: string
  urgent?: boolean
}

function Fact({ icon, name, value, urgent = false }: FactProps) {
  return (
    <View className="fact">
      <Icon name={icon} />
      <Text className="fact__name">{name}</Text>
      <Text className={`fact__value ${urgent ? 'fact__value--urgent' : ''}`} userSelect>
        {value}
      </Text>
    </View>
  )
}

interface EventBlockProps {
  article: ArticleSummary
  event: Event
  /** Only to be looked at, before it is public: nothing can be done about it yet. */
  still?: boolean
}

/** When, where and until when: what a member needs of an event before reading on, and what they can do about it. */
export function EventBlock({ article, event, still = false }: EventBlockProps) {
  const now = useNow()
  const state = stateOf(event, now)
  const countdown = countdownOf(event, now)
  const over = state === 'ended' || state === 'cancelled'
  const deadline = over ? null : deadlineOf(event, now)
  const { venue, address } = event
  // The timeline's single page refuses map, calendar, login and other pages.
  const alone = inSinglePage()
  return (
    <View className={`event-block event-block--${state}`}>
      <View className="event-block__head">
        <DateTile startsAt={event.startsAt} faded={over} />
        <View className="event-block__lead">
          <View className="event-block__state">
            <StateChip state={state} />
            {wasMoved(event, state) && <ChangedChip />}
            {countdown !== null && <Text className="event-block__countdown">{countdown}</Text>}
          </View>
          <View className="event-block__period">{periodOf(event)}</View>
        </View>
      </View>
      {state === 'cancelled' && (
        <View className="event-block__note event-block__note--warning">
          本次活动已取消，请勿前往。若已加入手机日历，请手动删除。
        </View>
      )}
      {!over && !still && <ChangeNote id={article.id} event={event} />}
      <Fact icon="pin" name="地点" value={address ? `${venue}\n${address}` : venue} />
      {deadline && <Fact icon="deadline" name="报名截止" value={deadline.words} urgent={deadline.soon} />}
      {event.capacityNote && <Fact icon="person" name="名额" value={event.capacityNote} />}
      {!over && !alone && !still && <EventActions article={article} event={event} begun={state === 'on_now'} />}
      {!alone && !still && <CalendarLink text="在活动日历中查看" path={calendarPath(event.startsAt)} />}
    </View>
  )
}
