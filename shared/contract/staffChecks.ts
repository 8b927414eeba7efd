import { z } from 'zod'
import type { EndpointTable } from './endpoint'

/** `refused`: an address that readers cannot reach, such as one within the office; it is not asked. */
export const LINK_STATES = ['fine', 'dead', 'unclear', 'refused'] as const

export const staffCheckEndpoints = {
  'POST /api/admin/links/check': {
    summary: 'Ask each linked page whether it is there; answers within half a minute',
    access: 'staff',
    body: z.strictObject({
      urls: z
        .array(z.url({ protocol: /^https?$/ }).max(2000))
        .min(1)
        .max(20),
    }),
    response: z.strictObject({
      /** In the order of the question. */
      links: z.array(z.strictObject({ url: z.string(), state: z.enum(LINK_STATES) })),
    }),
    errors: ['links_busy'],
  },
} as const satisfies EndpointTable

export type LinkState = (typeof LINK_STATES)[number]
