import { z } from 'zod'
import { articleSummary } from './content'
import { pageOf, pageQuery, slug } from './values'

/** Characters of a question; what is longer is refused. */
export const SEARCH_LENGTH = 60

export const searchQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().min(1).max(SEARCH_LENGTH),
  /** A channel or a group of channels. */
  channel: slug.optional(),
  /** Year of publication in Asia/Shanghai. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
})

/** A text in pieces, in order; `hit` marks those that were searched for. */
export const highlighted = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }))

export const searchHit = z.strictObject({
  article: articleSummary,
  title: highlighted,
  /** The part of the body, the venue or the summary in which the words stand; empty when only the title has them. */
  snippet: highlighted,
})

export const searchPage = pageOf(searchHit)

/** Years in which something was published, newest first, for the filter. */
export const searchSuggestions = z.strictObject({ titles: z.array(z.string()).max(8), years: z.array(z.int()) })

export type Highlighted = z.output<typeof highlighted>
export type SearchHit = z.output<typeof searchHit>
export type SearchPage = z.output<typeof searchPage>
export type SearchSuggestions = z.output<typeof searchSuggestions>
