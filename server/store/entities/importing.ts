import { EntitySchema } from 'typeorm'
import { instant, key, longText, optionalText, text } from './columns'

export interface ImportPageRow {
  id: string
  /** SHA-256 of `source`. */
  sourceHash: string
  /** The path or the address of the page. */
  source: string
  contentHash: string
  state: 'imported' | 'draft' | 'accepted'
  articleId: string | null
  title: string
  /** JSON of remarks. */
  doubts: string
  mends: string
  /** What a reader of the old page saw, of a draft; null: nobody is asked about the page. */
  original: string | null
  at: number
  /** Null: done from the command line. */
  by: string | null
}

export const ImportPageEntity = new EntitySchema<ImportPageRow>({
  name: 'import_page',
  tableName: 'import_page',
  columns: {
    id: key('id'),
    sourceHash: text('source_hash'),
    source: text('source'),
    contentHash: text('content_hash'),
    state: text('state'),
    articleId: optionalText('article_id'),
    title: text('title'),
    doubts: longText('doubts'),
    mends: longText('mends'),
    original: { ...longText('original'), nullable: true },
    at: instant('at'),
    by: optionalText('by'),
  },
})

export interface OldAddressRow {
  /** SHA-256 of `address`. */
  addressHash: string
  /** Path and question, as the old site wrote them. */
  address: string
  articleId: string
  at: number
}

export const OldAddressEntity = new EntitySchema<OldAddressRow>({
  name: 'old_address',
  tableName: 'old_address',
  columns: {
    addressHash: key('address_hash'),
    address: text('address'),
    articleId: text('article_id'),
    at: instant('at'),
  },
})
