import { Text, View } from '@tarojs/components'
import type { ArticleSummary, EventMonth } from '../../../shared/contract'
import { formatWeekday } from '../../../shared/domain/time'
import type { Resource } from '../../loading/useResource'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { roleOf } from '../../ui/aria'
import { Skeleton } from '../../ui/Skeleton'
import { Stale } from '../../ui/Stale'
import { Tap } from '../../ui/Tap'
import { openArticle } from '../articles/openArticle'
import { eventsByDay, instantOfDate, monthWords, type Month } from './calendarMonth'
import { EventCard } from './EventCard'
import { MonthGrid } from './MonthGrid'

interface CalendarMonthProps {
  month: Month
  resource: Resource<EventMonth>
  today: string
  chosen: string | null
  /** Milliseconds since the epoch. */
  now: number
  onChoose: (date: string | null) => void
}

const dayWords = (date: string): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${formatWeekday(instantOfDate(date))}`

function EventList({ items, now, empty }: { items: ArticleSummary[]; now: number; empty: string }) {
  if (items.length === 0) return <Blank icon="calendar" title={empty} text="可以看看其他日子，或前后的月份。" />
  return (
    <View className="calendar__rows">
      {items.map((article) =>
        article.event ? (
          <EventCard
            key={article.id}
            article={article}
            event={article.event}
            now={now}
            onTap={() => openArticle(article)}
          />
        ) : null,
      )}
    </View>
  )
}

/** One month: its days, and below them the events of the chosen day or of all of it. */
export function CalendarMonth({ month, resource, today, chosen, now, onChoose }: CalendarMonthProps) {
  const { load, refresh } = resource
  const items = load.state === 'ready' ? load.data.items : []
  const byDay = eventsByDay(items, month)
  const shown = chosen === null ? items : (byDay.get(chosen) ?? [])
  const title = chosen === null ? `${monthWords(month)}的活动` : dayWords(chosen)
  return (
    <View>
      <View className="calendar__sheet">
        <MonthGrid month={month} events={byDay} today={today} chosen={chosen} onChoose={onChoose} />
      </View>
      {load.state === 'loading' && <Skeleton shape="card" rows={3} />}
      {load.state === 'error' && (
        <Failure problem={load.problem} onRetry={() => void refresh()} title="这个月的活动没有加载成功" />
      )}
      {load.state === 'ready' && load.stale && <Stale problem={load.stale} onRetry={() => void refresh()} />}
      {load.state === 'ready' && (
        <View>
          <View className="calendar__head">
            <View className="calendar__title" {...roleOf({ role: 'heading' })}>
              {title}
            </View>
            <Text className="calendar__count">{shown.length} 场</Text>
            {chosen !== null && (
              <Tap id="whole-month" className="calendar__all" onTap={() => onChoose(null)}>
                看整月
              </Tap>
            )}
          </View>
          <EventList items={shown} now={now} empty={chosen === null ? '这个月还没有活动' : '这一天没有活动'} />
        </View>
      )}
    </View>
  )
}
