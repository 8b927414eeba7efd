import { Text, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { formatDateTime } from '../../../shared/domain/time'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { viewsText } from './viewsText'
import './ArticleHead.scss'

/** Title, publisher, time and views: from the list at once, before the body has come. */
export function ArticleHead({ article, views }: { article: ArticleSummary; views: number }) {
  const read = viewsText(views)
  return (
    <View className="article-head">
      <View className="article-head__channel">{article.channel.name}</View>
      <View className="article-head__title" {...roleOf({ role: 'heading' })}>
        {article.title}
      </View>
      <View className="article-head__meta">
        <Text>{article.publisher}</Text>
        <Text>{formatDateTime(Date.parse(article.publishedAt))}</Text>
        <View className="article-head__views" {...roleOf({ role: 'img', label: `${read} 次阅读` })}>
          <Icon name="eye" size={17} />
          <Text>{read}</Text>
        </View>
      </View>
    </View>
  )
}
