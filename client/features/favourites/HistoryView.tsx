import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatSince } from '../../../shared/domain/time'
import { clockNow } from '../../platform/clock'
import { open } from '../../platform/navigation'
import { articlePath, PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Tap } from '../../ui/Tap'
import { READ_LIMIT } from '../articles/readEntries'
import { clearReadLog, useReadEntries } from '../articles/readLog'

/** What was opened on this phone, the newest first. */
export function HistoryView() {
  const entries = useReadEntries()
  const [now] = useState(clockNow)
  if (entries.length === 0) {
    return (
      <Blank
        icon="clock"
        title="还没有阅读记录"
        text="读过的文章会出现在这里。"
        action={{ text: '去看资讯', onTap: () => open(PAGES.news) }}
      />
    )
  }
  return (
    <View className="history">
      <View className="history__rows">
        {entries.map(({ id, title, channel, at }) => (
          <Tap key={id} className="history__row" role="link" onTap={() => open(articlePath(id))}>
            <View className="history__title clamp-2">{title}</View>
            <View className="history__meta">
              <Text>{channel}</Text>
              <Text>{formatSince(at, now)}读过</Text>
            </View>
          </Tap>
        ))}
      </View>
      <Tap className="history__clear" onTap={clearReadLog}>
        清空阅读记录
      </Tap>
      <View className="favourites__note">只记最近 {READ_LIMIT} 篇，只保存在这部手机上。</View>
    </View>
  )
}
