import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icons/names'
import { Tap } from '../../ui/Tap'
import './ContactRow.scss'

interface RowAction {
  icon: IconName
  text: string
  onTap: () => void
}

interface ContactRowProps {
  icon: IconName
  name: string
  value: string
  actions?: RowAction[]
  strong?: boolean
}

/** One way to reach the office and, at its end, the taps that take it. */
export function ContactRow({ icon, name, value, actions = [], strong = false }: ContactRowProps) {
  return (
    <View className="contact-row">
      <View className="contact-row__icon">
        <Icon name={icon} />
      </View>
      <View className="contact-row__text">
        <View className="contact-row__name">{name}</View>
        <Text className={`contact-row__value ${strong ? 'contact-row__value--strong' : ''}`} userSelect>
          {value}
        </Text>
      </View>
      {actions.length > 0 && (
        <View className="contact-row__actions">
          {actions.map(({ icon: own, text, onTap }) => (
            <Tap key={text} className="contact-row__action" label={`${text}：${name} ${value}`} onTap={onTap}>
              <Icon name={own} size={18} />
              <Text>{text}</Text>
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
