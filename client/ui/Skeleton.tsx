import { View } from '@tarojs/components'
import { roleOf } from './aria'
import './Skeleton.scss'

/** The shape of what is coming. `card`: rows of a list. `text`: a body to read. */
export function Skeleton({ shape, rows = 5 }: { shape: 'card' | 'text'; rows?: number }) {
  return (
    <View className={`skeleton skeleton--${shape}`} {...roleOf({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: rows }, (_row, index) => (
        <View key={index} className="skeleton__row" />
      ))}
    </View>
  )
}
