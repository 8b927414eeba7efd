import { View } from '@tarojs/components'
import type { Event } from '../../../shared/contract'
import { formatDate } from '../../../shared/domain/time'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { periodOf } from './eventWords'
import { useChange } from './useChange'

/** For who has not seen it before, and for who knows already. */
const ChangedSince = ({ at }: { at: number }) => (
  <View className="event-block__note event-block__note--changed">
    活动的时间或地点已于{formatDate(at)}变更，请以本页为准。
  </View>
)

/** Above the facts of an event that is not as this member saw it last: what it was. */
export function ChangeNote({ id, event }: { id: string; event: Event }) {
  const { change, known } = useChange(id, event)
  if (!change) return event.changedAt ? <ChangedSince at={Date.parse(event.changedAt)} /> : null
  const { timeBefore, venueBefore, inCalendar } = change
  return (
    <View className="event-block__note event-block__note--changed" {...roleOf({ role: 'status' })}>
      <View className="event-block__note-title">有变更：与您上次看到的不同</View>
      {timeBefore && <View>时间原为 {periodOf({ ...event, ...timeBefore }).replace('\n', ' ')}</View>}
      {venueBefore !== null && <View>地点原为 {venueBefore}</View>}
      {inCalendar && <View>您手机日历中的日程不会自动更新，请手动修改或删除后重新添加。</View>}
      <View className="event-block__note-action">
        <Button id="change-known" kind="soft" text="知道了" label="知道了，不再提示这次变更" onTap={known} />
      </View>
    </View>
  )
}
