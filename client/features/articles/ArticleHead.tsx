import { Text, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { formatDateTime } from '../../../shared/domain/time'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import './ArticleHead.scss'

/** Title, publisher, time and views: from the list at once, before the body has come. */
export function ArticleHead({ article, views }: { article: ArticleSummary; views: number }) {
  return (
    <View className="article-head">
      <View className="article-head__channel">{article.channel.name}</View>
      <View className="article-head__title" {...roleOf({ role: 'heading' })}>
        {article.title}
      </View>
      <View className="article-head__meta">
        <Text>{article.publisher}</Text>
        <Text>{formatDateTime(Date.parse(article.publishedAt))}</Text>
        <View className="article-head__views" {...roleOf({ role: 'img', label: `${views} 次阅读` })}>
          <Icon name="eye" size={17} />
          <Text>{views}</Text>
        </View>
      </View>
    </View>
  )
}
