import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Button } from './Button'
import { Icon } from './Icon'
import type { IconName } from './icons/names'
import './Blank.scss'

interface BlankProps {
  icon: IconName
  title: string
  text?: string
  action?: { text: string; onTap: () => void }
  other?: { text: string; onTap: () => void }
}

/** What a page says when it has nothing to show, with a way on. */
export function Blank({ icon, title, text, action, other, children }: PropsWithChildren<BlankProps>) {
  return (
    <View className="blank">
      <View className="blank__disc">
        <Icon name={icon} size={40} />
      </View>
      <View className="blank__title">{title}</View>
      {text && <View className="blank__text">{text}</View>}
      {children}
      <View className="blank__actions">
        {action && <Button text={action.text} onTap={action.onTap} />}
        {other && <Button kind="soft" text={other.text} onTap={other.onTap} />}
      </View>
    </View>
  )
}
