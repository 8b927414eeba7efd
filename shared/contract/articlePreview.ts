import { z } from 'zod'
import { articleDetail } from './content'
import type { EndpointTable } from './endpoint'
import { block, id, instant } from './values'

const params = z.strictObject({ id })

/** A way for colleagues to read an article as it stands, without an account. */
export const previewLink = z.strictObject({
  id,
  createdAt: instant,
  /** Name of the staff member who made it. */
  createdBy: z.string(),
  expiresAt: instant,
})

export const staffPreviewEndpoints = {
  'POST /api/admin/articles/blocks': {
    summary: 'The blocks that members would get of a body, which is not kept',
    access: 'staff',
    body: z.strictObject({ bodyHtml: z.string().max(500_000) }),
    response: z.strictObject({ blocks: z.array(block) }),
  },
  'GET /api/admin/articles/{id}/previews': {
    summary: 'The preview links of an article that still open it, newest first',
    access: 'staff',
    params,
    response: z.strictObject({ items: z.array(previewLink) }),
    errors: ['article_not_found'],
  },
  'POST /api/admin/articles/{id}/previews': {
    summary: 'Make a preview link that opens the article as it stands for 7 days; the token is told this once',
    access: 'staff',
    params,
    response: z.strictObject({ ...previewLink.shape, token: z.string() }),
    status: 201,
    errors: ['article_not_found', 'article_binned', 'previews_many'],
  },
  'DELETE /api/admin/articles/{id}/previews/{preview}': {
    summary: 'Close a preview link at once',
    access: 'staff',
    params: z.strictObject({ id, preview: id }),
    response: z.strictObject({}),
    errors: ['preview_closed'],
  },
} as const satisfies EndpointTable

export const previewEndpoints = {
  'POST /api/previews/read': {
    summary: 'The article behind a preview link, as members would see it; a POST, so that no log has the token',
    access: 'none',
    body: z.strictObject({ token: z.string().min(1).max(128) }),
    response: z.strictObject({ article: articleDetail, isPublished: z.boolean(), expiresAt: instant }),
    errors: ['preview_closed'],
  },
} as const satisfies EndpointTable

export type PreviewLink = z.output<typeof previewLink>

/** What the admin sends into the frame that draws an article as members see it. */
export interface PreviewMessage {
  kind: 'article-preview'
  article: z.output<typeof articleDetail>
  theme: 'light' | 'dark'
  textSize: 'standard' | 'large' | 'largest'
}
