import { View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Tap } from '../../ui/Tap'
import './Choice.scss'

interface ChoiceProps<T extends string> {
  name: string
  chosen: T
  choices: readonly (readonly [value: T, name: string])[]
  onChoose: (value: T) => void
}

/** One of a few, side by side. What is chosen is marked by its border and weight as well as by its colour. */
export function Choice<T extends string>({ name, chosen, choices, onChoose }: ChoiceProps<T>) {
  return (
    <View className="choice">
      <View className="choice__name">{name}</View>
      <View className="choice__row" {...roleOf({ role: 'radiogroup', label: name })}>
        {choices.map(([value, words]) => (
          <Tap
            key={value}
            className={`choice__one ${value === chosen ? 'choice__one--chosen' : ''}`}
            role="radio"
            checked={value === chosen}
            onTap={() => onChoose(value)}
          >
            {words}
          </Tap>
        ))}
      </View>
    </View>
  )
}
