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
import { t } from '../ui/language'

export function CalendarPage() {
  useTitle(t('日历', 'Calendar'))
  const [search, setSearch] = useSearchParams()
  const [openedAt] = useState(() => Date.now())
  const month = readMonth(search.get('month'), openedAt)
  const calendar = useQuery(calendarQuery(month))
  const show = (wanted: string) => setSearch({ month: wanted }, { replace: true })
  return (
    <>
      <PageHead title={t('日历', 'Calendar')}>
        <div className={styles.tools}>
          <Button onClick={() => show(monthsFrom(month, -1))}>{t('上个月', 'Previous month')}</Button>
          <span className={styles.name} aria-live="polite">
            {monthName(month)}
          </span>
          <Button onClick={() => show(monthsFrom(month, 1))}>{t('下个月', 'Next month')}</Button>
          <Button onClick={() => show(monthOf(Date.now()))}>{t('本月', 'This month')}</Button>
        </div>
      </PageHead>
      {calendar.data !== undefined ? (
        <CalendarView calendar={calendar.data} />
      ) : calendar.error === null ? (
        <PageLoading />
      ) : (
        <PageState
          title={t('日历没有加载出来', 'The calendar could not be loaded')}
          text={wordsFor(calendar.error)}
          action={<Button onClick={() => void calendar.refetch()}>{t('重试', 'Try again')}</Button>}
        />
      )}
    </>
  )
}
