import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { wordsFor } from '../api/errors'
import styles from '../features/calendar/Calendar.module.css'
import { CalendarView } from '../features/calendar/CalendarView'
import { monthName, monthOf, monthsFrom, readMonth } from '../features/calendar/month'
import { calendarQuery } from '../features/calendar/queries'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function CalendarPage() {
  useTitle('日历')
  const [search, setSearch] = useSearchParams()
  const [openedAt] = useState(() => Date.now())
  const month = readMonth(search.get('month'), openedAt)
  const calendar = useQuery(calendarQuery(month))
  const show = (wanted: string) => setSearch({ month: wanted }, { replace: true })
  return (
    <>
      <PageHead title="日历">
        <div className={styles.tools}>
          <Button onClick={() => show(monthsFrom(month, -1))}>上个月</Button>
          <span className={styles.name} aria-live="polite">
            {monthName(month)}
          </span>
          <Button onClick={() => show(monthsFrom(month, 1))}>下个月</Button>
          <Button onClick={() => show(monthOf(Date.now()))}>本月</Button>
        </div>
      </PageHead>
      {calendar.data !== undefined ? (
        <CalendarView calendar={calendar.data} />
      ) : calendar.error === null ? (
        <PageLoading />
      ) : (
        <PageState
          title="日历没有加载出来"
          text={wordsFor(calendar.error)}
          action={<Button onClick={() => void calendar.refetch()}>重试</Button>}
        />
      )}
    </>
  )
}
