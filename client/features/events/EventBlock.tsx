import { Text, View } from '@tarojs/components'
import type { Event } from '../../../shared/contract'
import { openMap } from '../../platform/device'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icons/names'
import { DateTile } from './DateTile'
import { deadlineOf, periodOf, stateOf } from './eventWords'
import { StateChip } from './StateChip'
import './EventBlock.scss'

function Fact({
  icon,
  name,
  value,
  urgent = false,
}: {
  icon: IconName
  name: string
  value: string
  urgent?: boolean
}) {
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

/** When, where and until when: what a member needs of an event before reading on. */
export function EventBlock({ event, now }: { event: Event; now: number }) {
  const state = stateOf(event, now)
  const deadline = deadlineOf(event, now)
  const over = state === 'ended' || state === 'cancelled'
  const { venue, address, location } = event
  return (
    <View className={`event-block event-block--${state}`}>
      <View className="event-block__head">
        <DateTile startsAt={event.startsAt} faded={over} />
        <View className="event-block__lead">
          <StateChip state={state} />
          <View className="event-block__period">{periodOf(event)}</View>
        </View>
      </View>
      {state === 'cancelled' && <View className="event-block__warning">本次活动已取消，请勿前往。</View>}
      <Fact icon="pin" name="地点" value={address ? `${venue}\n${address}` : venue} />
      {deadline && <Fact icon="deadline" name="报名截止" value={deadline.words} urgent={deadline.soon} />}
      {!over && (
        <View className="event-block__actions">
          {location && (
            <Button
              kind="soft"
              icon="pin"
              text="查看地图"
              onTap={() => openMap({ ...location, name: venue, address: address ?? venue })}
            />
          )}
          <Button icon="bell" text="订阅活动提醒" onTap={() => open(PAGES.alerts)} />
        </View>
      )}
    </View>
  )
}
