import { z } from 'zod'
import type { EndpointTable } from './endpoint'

/** What stands in a binding code's `scene`: 128 random bits, base64url. */
const code = z.string().regex(/^[\w-]{22}$/)

/** Whom a code binds to. `mine`: this very WeChat account is bound to them already. */
export const bindingOffer = z.strictObject({ staff: z.strictObject({ name: z.string() }), mine: z.boolean() })

const refusals = [
  'binding_code_unknown',
  'binding_code_used',
  'binding_code_expired',
  'binding_staff_disabled',
  'binding_member_taken',
] as const

/** The page of the mini-program that a binding code opens. */
export const bindingEndpoints = {
  'POST /api/bindings/look': {
    summary: 'To whose staff account a scanned code would bind this member; nothing is bound yet',
    access: 'member',
    body: z.strictObject({ code }),
    response: bindingOffer,
    errors: refusals,
  },
  'POST /api/bindings': {
    summary: 'Bind this member to the staff account of a scanned code, which is good for one binding',
    access: 'member',
    body: z.strictObject({ code }),
    response: bindingOffer,
    errors: refusals,
  },
} as const satisfies EndpointTable

export type BindingOffer = z.output<typeof bindingOffer>
