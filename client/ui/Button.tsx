import { Text } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons/names'
import { Tap } from './Tap'
import './Button.scss'

interface ButtonProps {
  text: string
  onTap: () => void
  icon?: IconName
  /** `primary`: the one thing to do here. `soft`: another thing one can do. */
  kind?: 'primary' | 'soft'
  id?: string
  label?: string
}

export function Button({ text, onTap, icon, kind = 'primary', id, label }: ButtonProps) {
  return (
    <Tap id={id} className={`button button--${kind}`} onTap={onTap} label={label ?? text}>
      {icon && <Icon name={icon} size={18} />}
      <Text className="button__text">{text}</Text>
    </Tap>
  )
}
