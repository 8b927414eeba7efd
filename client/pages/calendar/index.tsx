import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { askedDay } from '../../features/events/calendarMonth'
import { CalendarView } from '../../features/events/CalendarView'
import { PAGES } from '../../routes'
import { Screen } from '../../ui/Screen'

export default function CalendarPage() {
  const { day } = useRouter<{ day: string }>().params
  useShareAppMessage(() => ({ title: `活动日历 · ${ORGANISATION.name}`, path: PAGES.calendar }))
  return (
    <Screen title="活动日历">
      <CalendarView asked={askedDay(day)} />
    </Screen>
  )
}
