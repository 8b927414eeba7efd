import { useState } from 'react'
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
  /** Opened before on this phone: said in a word as well as by the look. */
  read?: boolean
}

/** An article in a list: title over two lines at most, who published it and when. */
export function ArticleCard({ article, now, withChannel = false, read = false }: ArticleCardProps) {
  const [lost, setLost] = useState(false)
  const { title, cover, pinned, publisher, publishedAt, channel } = article
  return (
    <Tap
      className={read ? 'article-card article-card--read' : 'article-card'}
      role="link"
      onTap={() => openArticle(article)}
    >
      <View className="article-card__text">
        <View className="article-card__title clamp-2">{title}</View>
        <View className="article-card__meta">
          {pinned && <Text className="article-card__pin">置顶</Text>}
          <Text className="article-card__by">{withChannel ? channel.name : publisher}</Text>
          <Text className="article-card__when">{formatSince(Date.parse(publishedAt), now)}</Text>
          {read && <Text className="article-card__read">已读</Text>}
        </View>
      </View>
      {cover && !lost && (
        <Image
          className="article-card__cover"
          src={pictureAddress(cover.small ?? cover.url)}
          mode="aspectFill"
          lazyLoad
          onError={() => setLost(true)}
          {...altOf(cover.alt)}
        />
      )}
    </Tap>
  )
}
