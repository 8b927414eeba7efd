import { View } from '@tarojs/components'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Ways, type Way } from '../../ui/Ways'
import { LookSettings } from './LookSettings'
import './MineView.scss'

const to = (icon: Way['icon'], name: string, path: string): Way => ({ icon, name, onTap: () => open(path) })

const KEPT: Way[] = [
  to('star', '收藏和阅读记录', PAGES.favourites),
  to('news', '收到的通知', PAGES.received),
  to('calendar', '活动日历', PAGES.calendar),
]
const ABOUT: Way[] = [
  to('shield', '隐私说明', PAGES.privacy),
  to('info', '关于我们', PAGES.about),
  to('contact', '联系协会', PAGES.contact),
]

/** What belongs to the member alone. It works without a login and asks for nothing. */
export function MineView() {
  return (
    <View className="mine">
      <Ways ways={KEPT} />
      <LookSettings />
      <Ways ways={ABOUT} />
      <View className="mine__foot">收藏和设置只保存在这部手机上，无需登录。</View>
    </View>
  )
}
