import { Text, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { arrowKeys, focusOn, tabStop } from '../../platform/arrowKeys'
import { HIDDEN, roleOf } from '../../ui/aria'
import { dateAfter, weeksOf, type CalendarDay, type Month } from './calendarMonth'
import './MonthGrid.scss'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const DOTS = 3

interface MonthGridProps {
  month: Month
  events: Map<string, ArticleSummary[]>
  today: string
  /** `YYYY-MM-DD`; null when no day is chosen. */
  chosen: string | null
  /** May name a day of the month before or after. */
  onChoose: (date: string) => void
}

const idOf = (date: string): string => `day-${date}`

function spoken({ date, day }: CalendarDay, weekday: string, count: number, today: boolean): string {
  const events = count === 0 ? '没有活动' : `${count} 场活动`
  return `${today ? '今天，' : ''}${Number(date.slice(5, 7))}月${day}日 周${weekday}，${events}`
}

/** A month at a glance: a dot for each event of a day, three at most; the label says how many. */
export function MonthGrid({ month, events, today, chosen, onChoose }: MonthGridProps) {
  const stop = chosen?.startsWith(month) ? chosen : today.startsWith(month) ? today : `${month}-01`
  const move = (days: number): void => {
    const next = dateAfter(stop, days)
    onChoose(next)
    focusOn(idOf(next))
  }
  return (
    <View className="month" {...arrowKeys(move)}>
      <View className="month__week" {...HIDDEN}>
        {WEEKDAYS.map((name) => (
          <View key={name} className="month__weekday">
            {name}
          </View>
        ))}
      </View>
      {weeksOf(month).map((week) => (
        <View key={week[0]?.date} className="month__week">
          {week.map((day, index) => {
            if (!day.inMonth) return <View key={day.date} className="month__day" {...HIDDEN} />
            const found = events.get(day.date) ?? []
            const marks = [day.date === today && 'month__day--today', day.date === chosen && 'month__day--chosen']
            const label = spoken(day, WEEKDAYS[index] ?? '', found.length, day.date === today)
            return (
              <View
                key={day.date}
                id={idOf(day.date)}
                className={['month__day', 'tap', ...marks].filter(Boolean).join(' ')}
                hoverClass="pressed"
                onClick={() => onChoose(day.date)}
                {...roleOf({
                  role: 'button',
                  label: day.date === chosen ? `${label}，已选中` : label,
                  onTap: () => onChoose(day.date),
                })}
                {...tabStop(day.date === stop)}
              >
                <Text className="month__number">{day.day}</Text>
                <View className="month__dots">
                  {found.slice(0, DOTS).map(({ id, event }) => (
                    <View
                      key={id}
                      className={`month__dot ${event?.decision === 'cancelled' ? 'month__dot--cancelled' : ''}`}
                    />
                  ))}
                </View>
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}
