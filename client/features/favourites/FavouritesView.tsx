import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { say } from '../../platform/device'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { roleOf } from '../../ui/aria'
import { Blank } from '../../ui/Blank'
import { Tap } from '../../ui/Tap'
import { ArticleRow } from '../articles/ArticleRow'
import { FAVOURITE_LIMIT, type Favourite } from './favouriteList'
import { removeFavourite, restoreFavourite, useFavourites } from './favourites'
import './FavouritesView.scss'

/** What was just removed, until the next removal: no clock runs against the member. */
function Undo({ entry, onUndo }: { entry: Favourite; onUndo: () => void }) {
  return (
    <View className="undo" {...roleOf({ role: 'status' })}>
      <Text className="undo__text">已移除《{entry.article.title}》</Text>
      <Tap className="undo__tap" label={`撤销移除：${entry.article.title}`} onTap={onUndo}>
        撤销
      </Tap>
    </View>
  )
}

function Row({ entry, now, onRemove }: { entry: Favourite; now: number; onRemove: () => void }) {
  const { article, gone } = entry
  return (
    <View className="favourite">
      <ArticleRow article={article} now={now} withChannel />
      <View className="favourite__foot">
        <Text className="favourite__state">{gone ? '协会已撤回这篇文章' : ''}</Text>
        <Tap className="favourite__remove" label={`移除收藏：${article.title}`} onTap={onRemove}>
          移除
        </Tap>
      </View>
    </View>
  )
}

/** What the member keeps on this phone, the newest first. */
export function FavouritesView() {
  const list = useFavourites()
  const [now] = useState(() => Date.now())
  const [removed, setRemoved] = useState<Favourite | null>(null)

  const remove = (entry: Favourite): void => {
    if (removeFavourite(entry.article.id)) setRemoved(entry)
    else say('没有移除成功，请稍后重试')
  }
  const undo = (): void => {
    if (removed && restoreFavourite(removed)) setRemoved(null)
    else say('没有撤销成功，请稍后重试')
  }
  return (
    <View className="favourites">
      {list.length === 0 ? (
        <Blank
          icon="star"
          title="还没有收藏"
          text="在文章里点“收藏”，文章就会出现在这里，没有网络时也能找到。"
          action={{ text: '去看资讯', onTap: () => open(PAGES.news) }}
        />
      ) : (
        <View className="favourites__rows">
          {list.map((entry) => (
            <Row key={entry.article.id} entry={entry} now={now} onRemove={() => remove(entry)} />
          ))}
          <View className="favourites__note">
            共 {list.length} 篇，最多 {FAVOURITE_LIMIT} 篇。收藏只保存在这部手机上。
          </View>
        </View>
      )}
      {removed && <Undo entry={removed} onUndo={undo} />}
    </View>
  )
}
