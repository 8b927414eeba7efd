import { Text, View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import type { SearchHistory } from './useHistory'
import './Lines.scss'

/** While something is typed: to search for it, or for a title that it may become. */
export function SuggestionLines({
  typed,
  titles,
  onAsk,
}: {
  typed: string
  titles: string[]
  onAsk: (q: string) => void
}) {
  return (
    <View className="lines">
      {[typed, ...titles.filter((title) => title !== typed)].map((text, place) => (
        <Tap key={text} className="lines__one" onTap={() => onAsk(text)}>
          <Icon name="search" size={18} />
          <Text className="lines__text">{place === 0 ? `搜索“${text}”` : text}</Text>
        </Tap>
      ))}
    </View>
  )
}

/** Before anything is typed: what was searched for on this phone. */
export function HistoryLines({ history, onAsk }: { history: SearchHistory; onAsk: (q: string) => void }) {
  return (
    <View className="lines">
      <View className="lines__head">
        <View className="lines__title" {...roleOf({ role: 'heading' })}>
          最近搜索
        </View>
        <Tap className="lines__clear" label="清空最近搜索" onTap={history.clear}>
          清空
        </Tap>
      </View>
      {history.asked.map((q) => (
        <View key={q} className="lines__pair">
          <Tap className="lines__one" onTap={() => onAsk(q)}>
            <Icon name="clock" size={18} />
            <Text className="lines__text">{q}</Text>
          </Tap>
          <Tap className="lines__remove" label={`删除“${q}”`} onTap={() => history.remove(q)}>
            <Icon name="close" size={16} />
          </Tap>
        </View>
      ))}
    </View>
  )
}
