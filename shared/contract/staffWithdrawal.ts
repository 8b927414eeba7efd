import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { staffArticle } from './staffContent'
import { id, instantInput } from './values'

/** With a publication: when the article is withdrawn by itself. Null: not at all; absent: as it was set before. */
export const withdrawAtInput = instantInput.nullable().optional()

export const staffWithdrawalEndpoints = {
  'POST /api/admin/articles/{id}/withdraw-later': {
    summary: 'Withdraw at a set time what is public or is set to be; null takes that back',
    access: 'staff',
    roles: ['editor', 'administrator'],
    params: z.strictObject({ id }),
    body: z.strictObject({ version: z.int().positive(), at: instantInput.nullable() }),
    response: staffArticle,
    errors: ['article_not_found', 'article_binned', 'article_changed', 'article_not_published'],
  },
} as const satisfies EndpointTable
