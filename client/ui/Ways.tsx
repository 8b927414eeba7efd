import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons/names'
import { Tap } from './Tap'
import './Ways.scss'

export interface Way {
  icon: IconName
  name: string
  /** A word at the end of the line, such as how many. */
  note?: string
  onTap: () => void
}

/** A card of ways to other pages, one a line. */
export function Ways({ ways }: { ways: Way[] }) {
  return (
    <View className="ways">
      {ways.map(({ icon, name, note, onTap }) => (
        <Tap key={name} className="ways__one" role="link" onTap={onTap}>
          <Icon name={icon} size={22} />
          <Text className="ways__name">{name}</Text>
          {note && <Text className="ways__note">{note}</Text>}
          <Icon name="right" size={16} />
        </Tap>
      ))}
    </View>
  )
}
