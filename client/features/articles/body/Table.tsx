import { ScrollView, View } from '@tarojs/components'
import { Inlines } from './Inlines'
import type { BlockOf } from './bodyText'

/** A table wider than the phone scrolls sideways within its own frame. */
export function Table({ rows }: BlockOf<'table'>) {
  return (
    <ScrollView className="table" scrollX enhanced showScrollbar={false}>
      <View className="table__grid">
        {rows.map((cells, row) => (
          <View key={row} className="table__row">
            {cells.map((cell, column) => (
              <View key={column} className={`table__cell ${cell.header ? 'table__cell--header' : ''}`}>
                <Inlines content={cell.content} />
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
