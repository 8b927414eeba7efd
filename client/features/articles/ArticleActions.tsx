import { Text, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { open } from '../../platform/navigation'
import { inSinglePage } from '../../platform/singlePage'
import { articlePath, posterPath } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { StarTap } from '../favourites/StarTap'
import { handOver } from './handover'
import { ShareTap } from './ShareTap'
import './ArticleActions.scss'

/** What can be done with an article that was read: keep it, hand it on, make a poster of it. */
export function ArticleActions({ article }: { article: ArticleSummary }) {
  if (inSinglePage()) {
    return (
      <View className="actions__timeline">
        正在朋友圈中阅读。收藏、转发、拨打电话、查看地图等功能，请点击下方“前往小程序”后使用。
      </View>
    )
  }
  const makePoster = (): void => {
    handOver(article)
    open(posterPath(article.id))
  }
  return (
    <View className="actions">
      <StarTap className="actions__one" article={article} size={22} />
      <ShareTap className="actions__one" title={article.title} path={articlePath(article.id)} />
      <Tap className="actions__one" onTap={makePoster}>
        <Icon name="picture" size={22} />
        <Text>生成海报</Text>
      </Tap>
    </View>
  )
}
