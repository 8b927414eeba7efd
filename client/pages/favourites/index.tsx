import { useState } from 'react'
import { Segments } from '../../features/channels/Segments'
import { FavouritesView } from '../../features/favourites/FavouritesView'
import { HistoryView } from '../../features/favourites/HistoryView'
import { Screen } from '../../ui/Screen'

const PARTS = [
  { slug: 'kept', name: '我的收藏' },
  { slug: 'read', name: '阅读记录' },
]

export default function FavouritesPage() {
  const [part, setPart] = useState('kept')
  return (
    <Screen title="收藏和阅读记录">
      <Segments channels={PARTS} label="收藏或阅读记录" chosen={part} onChoose={setPart} />
      {part === 'kept' ? <FavouritesView /> : <HistoryView />}
    </Screen>
  )
}
