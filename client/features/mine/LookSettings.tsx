import { View } from '@tarojs/components'
import { useSettings, type TextSize, type Theme } from '../../platform/settings'
import { Choice } from './Choice'
import './LookSettings.scss'

const SIZES: readonly (readonly [TextSize, string])[] = [
  ['standard', '标准'],
  ['large', '大'],
  ['largest', '特大'],
]
const THEMES: readonly (readonly [Theme, string])[] = [
  ['system', '跟随系统'],
  ['light', '浅色'],
  ['dark', '深色'],
]

/** How large text is set and which look the app has; a choice holds at once, on this phone. */
export function LookSettings() {
  const { theme, textSize, setTheme, setTextSize } = useSettings()
  return (
    <View className="look-settings">
      <Choice name="文字大小" chosen={textSize} choices={SIZES} onChoose={setTextSize} />
      <Choice name="外观" chosen={theme} choices={THEMES} onChoose={setTheme} />
    </View>
  )
}
