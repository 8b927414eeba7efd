import { Text, View } from '@tarojs/components'
import { weeklyRule } from '../../../shared/domain/officeWords'
import { Icon } from '../../ui/Icon'
import { roleOf } from '../../ui/aria'
import { comingChanges, nextDays, type HoursLine, type Office } from './office'
import './HoursCard.scss'

const Lines = ({ lines }: { lines: HoursLine[] }) => (
  <View>
    {lines.map(({ days, words, special }) => (
      <View key={days} className={`hours__line ${special ? 'hours__line--special' : ''}`}>
        <Text className="hours__days">{days}</Text>
        <Text className="hours__words">{words}</Text>
      </View>
    ))}
  </View>
)

/** When somebody is there: as a rule, in the next seven days, and what is different in the weeks after. */
export function HoursCard({ office, now }: { office: Office; now: number }) {
  const changes = comingChanges(office, now)
  return (
    <View className="hours">
      <View className="hours__head">
        <Icon name="clock" />
        <View className="hours__title" {...roleOf({ role: 'heading' })}>
          办公时间
        </View>
      </View>
      {weeklyRule(office.officeHours).map(({ days, words }) => (
        <View key={days} className="hours__rule">
          <Text>{days}</Text>
          <Text>{words}</Text>
        </View>
      ))}
      <View className="hours__name">近七天</View>
      <Lines lines={nextDays(office, now)} />
      {changes.length > 0 && <View className="hours__name">近期调整</View>}
      {changes.length > 0 && <Lines lines={changes} />}
    </View>
  )
}
