import { View } from '@tarojs/components'
import { HIDDEN } from '../../ui/aria'
import { tileOf } from './eventWords'
import './DateTile.scss'

interface DateTileProps {
  startsAt: string
  /** Over or cancelled. */
  faded?: boolean
}

/** The day of an event as a leaf of a calendar. The same is said in words beside it. */
export function DateTile({ startsAt, faded = false }: DateTileProps) {
  const { month, day, weekday } = tileOf(startsAt)
  return (
    <View className={`tile ${faded ? 'tile--faded' : ''}`} {...HIDDEN}>
      <View className="tile__month">{month}</View>
      <View className="tile__day">{day}</View>
      <View className="tile__weekday">{weekday}</View>
    </View>
  )
}
