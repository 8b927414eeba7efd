import { Text, View } from '@tarojs/components'
import { Tap } from './Tap'
import './Toggle.scss'

interface ToggleProps {
  on: boolean
  /** What it turns on and off. */
  label: string
  onTurn: (on: boolean) => void
  className?: string
}

/** A switch that also says in words how it stands. */
export function Toggle({ on, label, onTurn, className = '' }: ToggleProps) {
  const word = on ? '已开' : '已关'
  return (
    <Tap
      className={`toggle ${on ? 'toggle--on' : ''} ${className}`}
      role="switch"
      checked={on}
      label={`${label}：${word}`}
      onTap={() => onTurn(!on)}
    >
      <View className="toggle__track">
        <View className="toggle__knob" />
      </View>
      <Text className="toggle__word">{word}</Text>
    </Tap>
  )
}
