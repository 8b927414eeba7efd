import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { staffMember } from './staffContent'
import { id, instant } from './values'

const administrators = ['administrator'] as const
const nothing = z.strictObject({})
const password = z.string().min(1).max(128)
/** Six digits of the app or a recovery code; blanks and dashes in it do not matter. */
const code = z.string().trim().min(1).max(40)

/** Who is logged in. `mustEnrol`: the house asks for the second step, and until it is set up nothing else is open. */
export const ownStaff = z.strictObject({ ...staffMember.shape, mustEnrol: z.boolean() })

/** The password was right and the second step is due: a token that opens nothing but that step. */
export const halfLogin = z.strictObject({
  secondStep: z.strictObject({ token: z.string(), expiresAt: instant }),
})

export const loginAnswer = z.union([ownStaff, halfLogin])

export const twoStepState = z.strictObject({
  /** Since when the second step is asked for; null while it is not. */
  since: instant.nullable(),
  recoveryCodesLeft: z.int().nonnegative(),
  /** Whether the house asks for it in this role. */
  required: z.boolean(),
})

/** Shown this once; only their hashes are kept. */
const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })

export const signInSettings = z.strictObject({ administratorsTwoStep: z.boolean() })

/** The second step of the login, by an authenticator app (RFC 6238). */
export const staffTwoStepEndpoints = {
  'POST /api/admin/session/second-step': {
    summary: 'End a login with the code of the app or a recovery code; sets the session cookie',
    access: 'none',
    body: z.strictObject({ token: z.string().regex(/^[\w-]{43}$/), code }),
    response: ownStaff,
    status: 201,
    errors: ['second_step_expired', 'second_step_wrong', 'login_throttled'],
  },
  'GET /api/admin/me/two-step': {
    summary: 'Whether I log in with two steps',
    access: 'staff',
    whileEnrolling: true,
    response: twoStepState,
  },
  'POST /api/admin/me/two-step': {
    summary: 'Begin to set up the second step: a secret for the app, told this once',
    access: 'staff',
    whileEnrolling: true,
    body: z.strictObject({ password }),
    response: z.strictObject({
      /** Base32, for who cannot scan. */
      secret: z.string(),
      /** `otpauth://…`, for the QR code. */
      address: z.string(),
    }),
    status: 201,
    errors: ['password_wrong', 'login_throttled', 'two_step_on'],
  },
  'POST /api/admin/me/two-step/confirm': {
    summary: 'Turn the second step on with a first code; ends all other own sessions',
    access: 'staff',
    whileEnrolling: true,
    body: z.strictObject({ code }),
    response: recoveryCodes,
    errors: ['two_step_not_begun', 'second_step_wrong', 'login_throttled'],
  },
  'POST /api/admin/me/two-step/recovery-codes': {
    summary: 'New recovery codes in place of all earlier ones',
    access: 'staff',
    body: z.strictObject({ password, code }),
    response: recoveryCodes,
    errors: ['password_wrong', 'login_throttled', 'second_step_wrong', 'two_step_not_begun'],
  },
  'POST /api/admin/me/two-step/off': {
    summary: 'Turn the second step off',
    access: 'staff',
    body: z.strictObject({ password, code }),
    response: nothing,
    errors: ['password_wrong', 'login_throttled', 'second_step_wrong', 'two_step_not_begun', 'two_step_required'],
  },
  'POST /api/admin/staff/{id}/two-step/reset': {
    summary: 'Turn a colleague’s second step off, whose phone is lost; ends their sessions',
    access: 'staff',
    roles: administrators,
    params: z.strictObject({ id }),
    response: nothing,
    errors: ['staff_not_found', 'two_step_reset_self'],
  },
  'GET /api/admin/settings/sign-in': { summary: 'Rules for logging in', access: 'staff', response: signInSettings },
  'PUT /api/admin/settings/sign-in': {
    summary: 'Change the rules for logging in',
    access: 'staff',
    roles: administrators,
    body: z.strictObject({ ...signInSettings.shape, password }),
    response: signInSettings,
    errors: ['password_wrong', 'login_throttled', 'two_step_self_first'],
  },
} as const satisfies EndpointTable

export type HalfLogin = z.output<typeof halfLogin>
export type OwnStaff = z.output<typeof ownStaff>
export type LoginAnswer = z.output<typeof loginAnswer>
export type TwoStepState = z.output<typeof twoStepState>
export type SignInSettings = z.output<typeof signInSettings>
