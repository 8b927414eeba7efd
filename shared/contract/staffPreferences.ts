import { z } from 'zod'
import type { EndpointTable } from './endpoint'

const language = z.enum(['zh', 'en'])

/** How one person likes the admin to be, on whichever device they log in. */
export const staffPreferenceEndpoints = {
  'GET /api/admin/me/preferences': {
    summary: 'In which language I read the admin; null while I have chosen none',
    access: 'staff',
    response: z.strictObject({ language: language.nullable() }),
  },
  'PUT /api/admin/me/preferences': {
    summary: 'Choose the language in which I read the admin',
    access: 'staff',
    body: z.strictObject({ language }),
    response: z.strictObject({}),
  },
} as const satisfies EndpointTable
