import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { formatIsoDate } from '../../../shared/domain/time'
import { useNow } from '../../loading/useNow'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { isMonth, monthAfter, monthOf, monthWords, type Month } from './calendarMonth'
import { CalendarMonth } from './CalendarMonth'
import { useEventMonth } from './useEventMonth'
import './CalendarView.scss'

interface MonthPaneProps {
  month: Month
  today: string
  chosen: string | null
  now: number
  onChoose: (date: string | null) => void
}

/** Made anew for each month, so that a late answer of the month before cannot be drawn. */
function MonthPane(props: MonthPaneProps) {
  const resource = useEventMonth(props.month)
  usePullDownRefresh(() => void resource.refresh().then(() => Taro.stopPullDownRefresh()))
  return <CalendarMonth {...props} resource={resource} />
}

/** The calendar of the events, month by month. `asked`: the day that it opens at, `YYYY-MM-DD`; today when null. */
export function CalendarView({ asked }: { asked: string | null }) {
  const now = useNow()
  const today = formatIsoDate(now)
  const [place, setPlace] = useState(() => ({ month: (asked ?? today).slice(0, 7), chosen: asked }))
  const { month, chosen } = place

  const choose = (date: string | null): void => {
    if (date === null) setPlace({ month, chosen: null })
    else if (isMonth(date.slice(0, 7))) setPlace({ month: date.slice(0, 7), chosen: date })
  }
  const go = (steps: number): void => {
    const next = monthAfter(month, steps)
    if (isMonth(next)) setPlace({ month: next, chosen: null })
  }
  return (
    <View className="calendar">
      <View className="calendar__bar">
        <Tap id="month-before" className="calendar__step" label="上个月" onTap={() => go(-1)}>
          <Icon name="left" size={22} />
        </Tap>
        <View className="calendar__month" {...roleOf({ role: 'heading' })}>
          {monthWords(month)}
        </View>
        <Tap id="month-after" className="calendar__step" label="下个月" onTap={() => go(1)}>
          <Icon name="right" size={22} />
        </Tap>
        <Tap
          id="month-today"
          className="calendar__today"
          label="回到今天"
          onTap={() => setPlace({ month: monthOf(now), chosen: today })}
        >
          今天
        </Tap>
      </View>
      <MonthPane key={month} month={month} today={today} chosen={chosen} now={now} onChoose={choose} />
    </View>
  )
}
