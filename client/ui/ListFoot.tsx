import { View } from '@tarojs/components'
import { roleOf } from './aria'
import { Tap } from './Tap'
import './ListFoot.scss'

const WORDS = { idle: '上滑加载更多', loading: '正在加载…', end: '已经到底了' } as const

/** What stands below a list: that there is more, that it is coming, that it failed, or that this was all. */
export function ListFoot({ state, onMore }: { state: keyof typeof WORDS | 'failed'; onMore: () => void }) {
  if (state === 'failed') {
    return (
      <Tap className="list-foot list-foot--tap" onTap={onMore}>
        没有加载成功，点此重试
      </Tap>
    )
  }
  return (
    <View className="list-foot" {...roleOf({ role: 'status' })}>
      {WORDS[state]}
    </View>
  )
}
