import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icons/names'
import { Tap } from '../../ui/Tap'
import './ContactRow.scss'

interface ContactRowProps {
  icon: IconName
  name: string
  value: string
  action?: { icon: IconName; text: string; onTap: () => void }
  strong?: boolean
}

/** One way to reach the office and, at its end, the tap that takes it. */
export function ContactRow({ icon, name, value, action, strong = false }: ContactRowProps) {
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
      {action && (
        <Tap className="contact-row__action" label={`${action.text}：${value}`} onTap={action.onTap}>
          <Icon name={action.icon} size={18} />
          <Text>{action.text}</Text>
        </Tap>
      )}
    </View>
  )
}
