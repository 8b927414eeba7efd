import { Text } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { say } from '../../platform/device'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { FAVOURITE_LIMIT, isKept } from './favouriteList'
import { addFavourite, removeFavourite, useFavourites } from './favourites'
import './StarTap.scss'

const WORDS = {
  done: '已收藏，在“我的”里可以找到',
  full: `最多收藏 ${FAVOURITE_LIMIT} 篇，请先移除几篇`,
  'no storage': '手机存储空间不足，没有收藏成功',
} as const

/** Keeps an article on this phone, or lets it go. */
export function StarTap({ article, className, size }: { article: ArticleSummary; className: string; size: number }) {
  const kept = isKept(useFavourites(), article.id)
  const change = (): void => {
    if (!kept) say(WORDS[addFavourite(article)])
    else if (removeFavourite(article.id)) say('已取消收藏')
    else say(WORDS['no storage'])
  }
  return (
    <Tap
      className={`${className} ${kept ? 'star--kept' : ''}`}
      label={kept ? '已收藏，点按取消收藏' : '收藏'}
      onTap={change}
    >
      <Icon name={kept ? 'starred' : 'star'} size={size} />
      <Text>{kept ? '已收藏' : '收藏'}</Text>
    </Tap>
  )
}
