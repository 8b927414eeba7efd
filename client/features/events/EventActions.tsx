import { View } from '@tarojs/components'
import type { ArticleSummary, Event } from '../../../shared/contract'
import { openMap } from '../../platform/device'
import { openSettings } from '../../platform/wechat'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { ReminderRow } from './ReminderRow'
import { useCalendarEntry } from './useCalendarEntry'
import { useEventReminder } from './useEventReminder'

interface EventActionsProps {
  article: ArticleSummary
  event: Event
  /** It is on now: there is nothing left to remind of. */
  begun: boolean
}

/** What a member can do about an event to come: find the way, put it into the phone's calendar, be reminded of it. */
export function EventActions({ article, event, begun }: EventActionsProps) {
  const reminder = useEventReminder(article.id, !begun)
  const calendar = useCalendarEntry(article, event, reminder.load.state === 'ready')
  const { answer } = calendar
  const { venue, address, location } = event
  return (
    <View>
      <View className="event-block__actions">
        {location && (
          <Button
            kind="soft"
            icon="pin"
            text="查看地图"
            onTap={() => openMap({ ...location, name: venue, address: address ?? venue })}
          />
        )}
        <Button id="add-to-calendar" kind="soft" icon="calendar" text="加入手机日历" onTap={calendar.add} />
      </View>
      {answer && (
        <View className="event-block__answer" {...roleOf({ role: 'status' })}>
          <View>{answer.words}</View>
          {answer.settings && <Button kind="soft" text="打开设置" onTap={openSettings} />}
        </View>
      )}
      {!begun && <ReminderRow articleId={article.id} view={reminder} />}
    </View>
  )
}
