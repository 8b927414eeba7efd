/** Why a page is not taken over without a look: it lands as a draft, with these. */
export const DOUBTS = [
  'title_missing',
  'title_duplicate',
  'time_missing',
  'time_in_future',
  'channel_unknown',
  'body_empty',
  'body_end_unclear',
  'encoding_mixed',
  'encoding_unreadable',
  'page_cut_off',
  'picture_lost',
  'attachment_lost',
  'event_times_missing',
] as const
export type DoubtCode = (typeof DOUBTS)[number]

/** What was mended without doubt, and is told. */
export const MENDS = ['encoding_declared_wrong', 'channel_repaired', 'text_repaired', 'publisher_assumed'] as const
export type MendCode = (typeof MENDS)[number]

export interface Remark<Code extends string> {
  code: Code
  /** The name of the picture, the words as they stood there … */
  detail?: string
}

/** An article as it was found in a page of another site. Instants are ms. */
export interface FoundArticle {
  /** '' when none was found. */
  title: string
  publisher: string | null
  publishedAt: number | null
  views: number
  /** Name of one of our channels; null when none fits. */
  channel: string | null
  /** Clean markup; pictures and attachments still have the addresses that the page gave them. */
  bodyHtml: string
  pictures: string[]
  attachments: { href: string; name: string }[]
  doubts: Remark<DoubtCode>[]
  mends: Remark<MendCode>[]
}

/** A page that cannot be read at all. */
export const FAILURES = [
  'page_too_large',
  'page_empty',
  'page_not_text',
  'archive_refused',
  'address_refused',
  'address_unreachable',
] as const
export type FailureCode = (typeof FAILURES)[number]
