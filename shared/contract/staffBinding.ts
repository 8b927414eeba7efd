import { z } from 'zod'
import { TEMPLATE_KINDS } from '../domain/topics'
import type { EndpointTable } from './endpoint'
import { instant } from './values'

/** My own WeChat identity, as far as anybody may know it: whether there is one. */
export const ownBinding = z.strictObject({
  /** Null: not bound. */
  since: instant.nullable(),
  /** Grants left by template: how many tests of each can still be sent to me. Empty while not bound. */
  grants: z.array(
    z.strictObject({ kind: z.enum(TEMPLATE_KINDS), title: z.string(), remaining: z.int().nonnegative() }),
  ),
})

export const bindingCode = z.strictObject({
  /** The mini-program code as a `data:` address; it cannot be asked for again. */
  picture: z.string(),
  expiresAt: instant,
})

export const staffBindingEndpoints = {
  'GET /api/admin/me/binding': {
    summary: 'Whether my WeChat identity is bound, and how many tests it can still get',
    access: 'staff',
    response: ownBinding,
  },
  'POST /api/admin/me/binding/code': {
    summary: 'A mini-program code that binds who scans it to my account: once, within a few minutes',
    access: 'staff',
    response: bindingCode,
    status: 201,
    errors: ['wechat_busy', 'wechat_unavailable', 'too_many_requests'],
  },
  'DELETE /api/admin/me/binding': {
    summary: 'Unbind my WeChat identity; what was not sent to it is not sent',
    access: 'staff',
    response: ownBinding,
  },
} as const satisfies EndpointTable

export type OwnBinding = z.output<typeof ownBinding>
export type BindingCode = z.output<typeof bindingCode>
