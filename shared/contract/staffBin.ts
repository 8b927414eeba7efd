import { z } from 'zod'
import { channelRef } from './content'
import type { EndpointTable } from './endpoint'
import { staffArticle } from './staffContent'
import { id, instant, longPageQuery, pageOf } from './values'

const params = z.strictObject({ id })

/** An article in the bin. */
export const binnedArticle = z.strictObject({
  id,
  title: z.string(),
  channel: channelRef,
  binnedAt: instant,
  binnedBy: z.string(),
  /** From then on it is gone for good. */
  goneAt: instant,
  /** Whether members could ever see it. */
  wasPublished: z.boolean(),
  /** Whether who asks may restore it: editors all, writers what they deleted themselves. */
  mayRestore: z.boolean(),
})

export const staffBinEndpoints = {
  'POST /api/admin/articles/{id}/bin': {
    summary:
      'Put an article into the bin; members cannot see it from then on, and what was set for later is called off',
    access: 'staff',
    params,
    body: z.strictObject({ version: z.int().positive() }),
    response: z.strictObject({}),
    errors: ['article_not_found', 'article_binned', 'article_changed', 'article_notice_open', 'role_forbidden'],
  },
  'GET /api/admin/bin': {
    summary: 'Articles in the bin, last deleted first',
    access: 'staff',
    query: z.strictObject(longPageQuery),
    response: pageOf(binnedArticle),
    errors: ['cursor_invalid'],
  },
  'POST /api/admin/bin/{id}/restore': {
    summary: 'Bring an article back from the bin, as a draft',
    access: 'staff',
    params,
    response: staffArticle,
    errors: ['article_not_found', 'role_forbidden'],
  },
  'DELETE /api/admin/bin/{id}': {
    summary: 'Remove an article for good, with its revisions, its trail and the pictures that only it shows',
    access: 'staff',
    roles: ['administrator'],
    params,
    response: z.strictObject({}),
    errors: ['article_not_found'],
  },
} as const satisfies EndpointTable

export type BinnedArticle = z.output<typeof binnedArticle>
