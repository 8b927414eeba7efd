import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { ARTICLE_STATUSES, login, STAFF_ROLES } from './staffContent'
import { id, instant } from './values'

/** So many of each kind: the palette proposes, the lists of each kind show all. */
export const FINDER_MOST = 8

export const foundArticle = z.strictObject({
  id,
  title: z.string(),
  status: z.enum(ARTICLE_STATUSES),
  channel: z.string(),
  updatedAt: instant,
  /** Whether the words stand in the body alone. */
  inBody: z.boolean(),
})

const foundPicture = z.strictObject({ id, name: z.string(), alt: z.string(), thumbnail: z.string() })
const foundPerson = z.strictObject({ id, login, name: z.string(), role: z.enum(STAFF_ROLES) })

export const staffFinderEndpoints = {
  'GET /api/admin/finder': {
    summary: 'What the command palette proposes: articles in any status, pictures, and people for administrators',
    access: 'staff',
    query: z.strictObject({ q: z.string().trim().min(1).max(60) }),
    response: z.strictObject({
      articles: z.array(foundArticle).max(FINDER_MOST),
      pictures: z.array(foundPicture).max(FINDER_MOST),
      people: z.array(foundPerson).max(FINDER_MOST),
    }),
  },
} as const satisfies EndpointTable

export type FinderAnswer = z.output<(typeof staffFinderEndpoints)['GET /api/admin/finder']['response']>
