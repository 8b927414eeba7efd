import { Text, View } from '@tarojs/components'
import type { Problem } from '../platform/problem'
import { roleOf } from './aria'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './Stale.scss'

/** Above content from before: why it is not new, and a way to try again. */
export function Stale({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const reason = problem.kind === 'offline' ? '网络连接不上' : '暂时无法更新'
  return (
    <View className="stale" {...roleOf({ role: 'status' })}>
      <Icon name="offline" size={18} />
      <Text className="stale__text">{reason}，显示的是上次的内容</Text>
      <Tap className="stale__retry" onTap={onRetry}>
        重试
      </Tap>
    </View>
  )
}
