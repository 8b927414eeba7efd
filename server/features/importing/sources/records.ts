import { basename, extname } from 'node:path'
import { feedRecords } from '../records/feed'
import type { ArticleRecord } from '../records/record'
import { tableRecords, type Column } from '../records/table'
import { wordpressRecords } from '../records/wordpress'
import { openAddresses, type Fetcher } from './addresses'
import { SAVED, type Source } from './source'

export interface RecordOptions {
  columns: Partial<Record<Column, string>>
  /** Brings the pictures that records name by their addresses. */
  fetcher: Fetcher
}

async function* recordsIn(path: string, { columns }: RecordOptions): AsyncGenerator<ArticleRecord> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
    case '.xlsx':
      yield* tableRecords(path, columns)
      break
    case '.wxr':
      yield* wordpressRecords(path)
      break
    default: {
      let isWordpress = false
      for await (const record of wordpressRecords(path)) {
        isWordpress = true
        yield record
      }
      // A WordPress export is a feed with more in it; a feed without its items is Atom, and small.
      if (!isWordpress) yield* await feedRecords(path)
    }
  }
}

export const isRecordFile = (path: string): boolean => /\.(?:csv|xlsx|wxr|xml|rss|atom)$/i.test(path)

/** Articles in a file of another program: WordPress (WXR), RSS, Atom, CSV or XLSX. */
export function openRecords(path: string, options: RecordOptions): Source {
  const beside = openAddresses([], options.fetcher)
  return {
    count: null,
    async *pages() {
      let number = 0
      for await (const record of recordsIn(path, options)) {
        number += 1
        const key = record.address === '' ? `${basename(path)}#${number}` : record.address
        const bytes = Buffer.from(JSON.stringify(record))
        yield { key, base: record.address || SAVED, read: () => Promise.resolve(bytes), record }
      }
    },
    look: (address) => beside.look(address),
    file: (address) => beside.file(address),
    close: () => Promise.resolve(),
  }
}
