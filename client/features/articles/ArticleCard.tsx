import { Image, Text, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { formatSince } from '../../../shared/domain/time'
import { pictureAddress } from '../../platform/address'
import { altOf } from '../../ui/aria'
import { Tap } from '../../ui/Tap'
import { openArticle } from './openArticle'
import './ArticleCard.scss'

interface ArticleCardProps {
  article: ArticleSummary
  /** Milliseconds since the epoch. */
  now: number
  /** In a list of several channels the card names its own. */
  withChannel?: boolean
}

/** An article in a list: title over two lines at most, who published it and when. */
export function ArticleCard({ article, now, withChannel = false }: ArticleCardProps) {
  const { title, cover, pinned, publisher, publishedAt, channel } = article
  return (
    <Tap className="article-card" role="link" onTap={() => openArticle(article)}>
      <View className="article-card__text">
        <View className="article-card__title clamp-2">{title}</View>
        <View className="article-card__meta">
          {pinned && <Text className="article-card__pin">置顶</Text>}
          <Text className="article-card__by">{withChannel ? channel.name : publisher}</Text>
          <Text className="article-card__when">{formatSince(Date.parse(publishedAt), now)}</Text>
        </View>
      </View>
      {cover && (
        <Image
          className="article-card__cover"
          src={pictureAddress(cover.url)}
          mode="aspectFill"
          lazyLoad
          {...altOf(cover.alt)}
        />
      )}
    </Tap>
  )
}
