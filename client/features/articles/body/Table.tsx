import { ScrollView, View } from '@tarojs/components'
import { Inlines } from './Inlines'
import type { BlockOf } from './bodyText'
import { frameOf, tableRole } from './tableAria'

/** From this many columns on a table is wider than most phones. */
const WIDE = 4

/** A table wider than the phone scrolls sideways within its own frame, and says so. */
export function Table({ rows }: BlockOf<'table'>) {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return (
    <View className="table">
      {columns >= WIDE && <View className="table__hint">左右滑动查看整张表格</View>}
      <ScrollView className="table__frame" scrollX enhanced showScrollbar={false} {...frameOf('表格，可左右滑动')}>
        <View className="table__grid" {...tableRole('table')}>
          {rows.map((cells, row) => (
            <View key={row} className="table__row" {...tableRole('row')}>
              {cells.map((cell, column) => (
                <View
                  key={column}
                  className={`table__cell ${cell.header ? 'table__cell--header' : ''}`}
                  {...tableRole(cell.header ? 'columnheader' : 'cell')}
                >
                  <Inlines content={cell.content} />
                </View>
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}
