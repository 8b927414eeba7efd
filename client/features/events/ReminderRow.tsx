import { View } from '@tarojs/components'
import { openSettings } from '../../platform/wechat'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Toggle } from '../../ui/Toggle'
import { WechatCode } from '../../ui/WechatCode'
import type { ReminderControls } from './useEventReminder'
import './ReminderRow.scss'

const OUTSIDE = `提醒由微信送达。请在微信中搜索“${ORGANISATION.shortName}”，打开小程序后再开启。`

/** What stands below the name of the switch. */
function noteOf({ load, words }: ReminderControls): string {
  if (words) return words
  if (load.state === 'outside') return OUTSIDE
  if (load.state === 'error') return `暂时无法读取提醒：${load.problem.message}`
  if (load.state === 'loading') return '正在读取…'
  const { on, remaining } = load.reminder
  if (!on) return '开启后，活动开始前通过微信提醒您。'
  return remaining > 0 ? '活动开始前会通过微信提醒您。' : '提醒次数已用完，再允许一次才能收到。'
}

/** One event's reminder: a switch, what it means now, and what stands in its way. */
export function ReminderRow({ articleId, view }: { articleId: string; view: ReminderControls }) {
  const { load, busy, guidance } = view
  const on = load.state === 'ready' && load.reminder.on
  return (
    <View className="reminder">
      <View className="reminder__line">
        <View className="reminder__text">
          <View className="reminder__name">活动开始前提醒我</View>
          <View className="reminder__note" {...roleOf({ role: 'status' })}>
            {noteOf(view)}
          </View>
        </View>
        {load.state === 'ready' && (
          <Toggle
            className={busy ? 'reminder__switch--busy' : ''}
            on={on}
            label="活动开始前提醒我"
            onTurn={view.turn}
          />
        )}
        {load.state === 'error' && <Button kind="soft" text="重试" onTap={() => void view.refresh()} />}
      </View>
      {load.state === 'outside' && <WechatCode articleId={articleId} />}
      {on && load.reminder.remaining === 0 && (
        <Button kind="soft" icon="bell" text="再允许一次" label="再允许一次提醒" onTap={() => view.turn(true)} />
      )}
      {guidance && (
        <View className="reminder__guidance" {...roleOf({ role: 'alert' })}>
          <View className="reminder__name">{guidance.title}</View>
          <View>{guidance.text}</View>
          {guidance.settings && <Button kind="soft" text="打开设置" onTap={openSettings} />}
        </View>
      )}
    </View>
  )
}
