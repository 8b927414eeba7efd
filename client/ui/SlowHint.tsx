import { View } from '@tarojs/components'
import { useSlowness } from '../platform/slowness'
import { roleOf } from './aria'
import './SlowHint.scss'

/** Says that it is the network, once an answer has been waited for longer than a few seconds. */
export function SlowHint() {
  if (!useSlowness()) return null
  return (
    <View className="slow-hint" {...roleOf({ role: 'status' })}>
      网络较慢，仍在加载…
    </View>
  )
}
