import { View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { SearchBox } from './SearchBox'
import './Hero.scss'

/** Who welcomes the member. The waves are the sea that the association lives by. */
export function Hero({ welcome, motto }: { welcome: string; motto: string }) {
  return (
    <View className="hero">
      <View className="hero__welcome" {...roleOf({ role: 'heading', level: 1 })}>
        {welcome}
      </View>
      <View className="hero__motto">{motto}</View>
      <SearchBox />
      <View className="hero__waves" />
    </View>
  )
}
