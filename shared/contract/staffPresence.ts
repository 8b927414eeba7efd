import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { id, instant } from './values'

/** Colleagues who have the same article open in the editor, who came first at the top. */
export const articleCompany = z.strictObject({
  others: z.array(z.strictObject({ name: z.string(), since: instant })),
})

export const staffPresenceEndpoints = {
  'PUT /api/admin/articles/{id}/presence': {
    summary: 'Say that one has an article open, again every 20 seconds, and hear who else does',
    access: 'staff',
    params: z.strictObject({ id }),
    response: articleCompany,
    errors: ['article_not_found', 'article_binned'],
  },
  'DELETE /api/admin/articles/{id}/presence': {
    summary: 'Say that one has closed it; who says nothing is forgotten after a minute',
    access: 'staff',
    params: z.strictObject({ id }),
    response: z.strictObject({}),
  },
} as const satisfies EndpointTable

export type ArticleCompany = z.output<typeof articleCompany>
