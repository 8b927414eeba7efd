import { View } from '@tarojs/components'
import type { ArticleSummary, ArticleSurroundings } from '../../../shared/contract'
import { roleOf } from '../../ui/aria'
import { Tap } from '../../ui/Tap'
import { ArticleRow } from './ArticleRow'
import { openArticle } from './openArticle'
import './Around.scss'

function Neighbour({ which, article }: { which: '上一篇' | '下一篇'; article: ArticleSummary }) {
  return (
    <Tap className="around__neighbour" role="link" onTap={() => openArticle(article)}>
      <View className="around__which">{which}</View>
      <View className="around__title clamp-2">{article.title}</View>
    </Tap>
  )
}

/** The channel's newer and older article, and others on the same matter. */
export function Around({ found, now }: { found: ArticleSurroundings; now: number }) {
  const { newer, older, related } = found
  // What stands right above as a neighbour is not named again.
  const others = related.filter(({ id }) => id !== newer?.id && id !== older?.id)
  if (!newer && !older && others.length === 0) return null
  return (
    <View className="around">
      {(newer || older) && (
        <View className="around__neighbours">
          {newer && <Neighbour which="上一篇" article={newer} />}
          {older && <Neighbour which="下一篇" article={older} />}
        </View>
      )}
      {others.length > 0 && (
        <View>
          <View className="around__head" {...roleOf({ role: 'heading' })}>
            相关阅读
          </View>
          <View className="around__rows">
            {others.map((article) => (
              <ArticleRow key={article.id} article={article} now={now} withChannel />
            ))}
          </View>
        </View>
      )}
    </View>
  )
}
