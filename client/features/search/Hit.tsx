import { Text, View } from '@tarojs/components'
import type { SearchHit } from '../../../shared/contract'
import { formatDate, formatDateTime } from '../../../shared/domain/time'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { openArticle } from '../articles/openArticle'
import { HighlightedText } from './HighlightedText'
import './Hit.scss'

/** An article that was found: where the words stand in it, which channel it is in, and when it is or was. */
export function Hit({ hit }: { hit: SearchHit }) {
  const { article, title, snippet } = hit
  const { event } = article
  return (
    <Tap className="hit" role="link" onTap={() => openArticle(article)}>
      <View className="hit__title clamp-2">
        <HighlightedText parts={title} />
      </View>
      {snippet.length > 0 && (
        <View className="hit__snippet clamp-2">
          <HighlightedText parts={snippet} />
        </View>
      )}
      <View className="hit__meta">
        <Text className="hit__channel">{article.channel.name}</Text>
        {event ? (
          <View className="hit__when">
            <Icon name="calendar" size={16} />
            <Text>{formatDateTime(Date.parse(event.startsAt))}</Text>
          </View>
        ) : (
          <Text>{formatDate(Date.parse(article.publishedAt))}</Text>
        )}
      </View>
    </Tap>
  )
}
