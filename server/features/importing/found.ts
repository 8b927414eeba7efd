import type { ImportDoubt, ImportFailure, ImportMend } from '../../../shared/phrases/importing'

/** Why a page is not taken over without a look: it lands as a draft, with these. */
export type DoubtCode = ImportDoubt
/** What was mended without doubt, and is told. */
export type MendCode = ImportMend
/** Why a page cannot be taken over at all. */
export type FailureCode = ImportFailure

export interface Remark<Code extends string> {
  code: Code
  /** The name of the picture, the words as they stood there … */
  detail?: string
}

/** An article as it was found in a page of another site. Instants are ms. */
export interface FoundArticle {
  /** '' when none was found. */
  title: string
  /** Whether the line with publisher, time and views was there: without it a page is no article. */
  hasMeta: boolean
  publisher: string | null
  publishedAt: number | null
  views: number
  /** Name of one of our channels; null when none fits. */
  channel: string | null
  /** Clean markup; pictures and attachments still have the addresses that the page gave them. */
  bodyHtml: string
  pictures: string[]
  /** What the page says of its pictures, by their addresses. */
  alternatives: ReadonlyMap<string, string>
  attachments: { href: string; name: string }[]
  /** What a reader of the page saw, its first words, to hold against what was found. */
  original: string
  doubts: Remark<DoubtCode>[]
  mends: Remark<MendCode>[]
}
