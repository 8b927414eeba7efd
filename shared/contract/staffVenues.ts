import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { place } from './values'

export const staffVenueEndpoints = {
  'GET /api/admin/venues': {
    summary: 'The venues of the events that were saved last, each once, at most five',
    access: 'staff',
    response: z.strictObject({
      items: z.array(z.strictObject({ venue: z.string(), address: z.string().nullable(), location: place.nullable() })),
    }),
  },
} as const satisfies EndpointTable
