import { View } from '@tarojs/components'
import { HIDDEN, roleOf } from '../../ui/aria'
import { tileOf } from './eventWords'
import './DateTile.scss'

interface DateTileProps {
  startsAt: string
  /** Over or cancelled. */
  faded?: boolean
  /** Read out; not where the day stands in words beside it. */
  spoken?: boolean
}

/** The day of an event as a leaf of a calendar. */
export function DateTile({ startsAt, faded = false, spoken = false }: DateTileProps) {
  const { month, day, weekday } = tileOf(startsAt)
  const voice = spoken ? roleOf({ role: 'img', label: `${month}${day}日 ${weekday}` }) : HIDDEN
  return (
    <View className={`tile ${faded ? 'tile--faded' : ''}`} {...voice}>
      <View className="tile__month">{month}</View>
      <View className="tile__day">{day}</View>
      <View className="tile__weekday">{weekday}</View>
    </View>
  )
}
