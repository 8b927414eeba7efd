import { Text, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { say } from '../../platform/device'
import { TEXT_SIZES, useSettings, type TextSize } from '../../platform/settings'
import { inSinglePage } from '../../platform/singlePage'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { StarTap } from '../favourites/StarTap'
import './ArticleTools.scss'

interface ArticleToolsProps {
  article: ArticleSummary
  /** Whole minutes; null while the body is on its way or when there is nothing to read. */
  minutes: number | null
}

const NAMES: Readonly<Record<TextSize, string>> = { standard: '标准', large: '大', largest: '特大' }

/** Each tap takes the next size, round and round. */
const after = (size: TextSize): TextSize => TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? 'standard'

/** Below the title: how long it takes, how large it is set, whether it is kept. */
export function ArticleTools({ article, minutes }: ArticleToolsProps) {
  const { textSize, setTextSize } = useSettings()
  const resize = (): void => {
    const next = after(textSize)
    setTextSize(next)
    say(`字号：${NAMES[next]}`)
  }
  return (
    <View className="tools">
      <Text className="tools__time">{minutes === null ? '' : `阅读约需 ${minutes} 分钟`}</Text>
      <Tap className="tools__one" id="text-size" label={`字号：${NAMES[textSize]}，点按更换`} onTap={resize}>
        <Icon name="letters" size={20} />
        <Text>字号</Text>
      </Tap>
      {!inSinglePage() && <StarTap className="tools__one" article={article} size={20} />}
    </View>
  )
}
