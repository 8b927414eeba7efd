import { z } from 'zod'
import { channelRef, event } from './content'
import type { EndpointTable } from './endpoint'
import { media, staffArticle } from './staffContent'
import { id, instant } from './values'

export const articleRevision = z.strictObject({
  id,
  /** The article's version that this save made. */
  version: z.int().positive(),
  savedAt: instant,
  savedBy: z.string(),
  title: z.string(),
})

/** An article as one save left it. */
export const articleRevisionDetail = z.strictObject({
  ...articleRevision.shape,
  /** Null when the channel is no more. */
  channel: channelRef.nullable(),
  summary: z.string(),
  publisher: z.string(),
  bodyHtml: z.string(),
  /** Null also when the picture has been removed since. */
  cover: media.nullable(),
  pinned: z.boolean(),
  event: event.omit({ changedAt: true }).nullable(),
})

export const staffHistoryEndpoints = {
  'GET /api/admin/articles/{id}/revisions': {
    summary: 'The saves of an article, newest first; the last hundred are kept',
    access: 'staff',
    params: z.strictObject({ id }),
    response: z.strictObject({ items: z.array(articleRevision) }),
    errors: ['article_not_found', 'article_binned'],
  },
  'GET /api/admin/articles/{id}/revisions/{revision}': {
    summary: 'An article as one save left it',
    access: 'staff',
    params: z.strictObject({ id, revision: id }),
    response: articleRevisionDetail,
    errors: ['article_not_found', 'article_binned', 'revision_not_found'],
  },
  'POST /api/admin/articles/{id}/restore': {
    summary: 'Save an article as an earlier save left it; refused when somebody saved in between',
    access: 'staff',
    params: z.strictObject({ id }),
    body: z.strictObject({ version: z.int().positive(), revision: id }),
    response: staffArticle,
    errors: [
      'article_not_found',
      'article_binned',
      'revision_not_found',
      'article_changed',
      'article_needs_review',
      'channel_not_found',
      'role_forbidden',
    ],
  },
} as const satisfies EndpointTable

export type ArticleRevision = z.output<typeof articleRevision>
export type ArticleRevisionDetail = z.output<typeof articleRevisionDetail>
