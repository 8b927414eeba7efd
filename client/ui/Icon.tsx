import { View } from '@tarojs/components'
import { HIDDEN } from './aria'
import type { IconName } from './icons/names'
import './icons/icons.scss'
import './Icon.scss'

/** A drawing in the colour and at the size of the text around it, or at `size` pixels. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  const style = size === undefined ? undefined : { width: `${size}px`, height: `${size}px` }
  return <View className={`icon icon--${name}`} style={style} {...HIDDEN} />
}
