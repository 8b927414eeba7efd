import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { login, newPassword, STAFF_ROLES, staffMember } from './staffContent'
import { id, instant } from './values'

const administrators = ['administrator'] as const
const params = z.strictObject({ id })
const nothing = z.strictObject({})
const role = z.enum(STAFF_ROLES)
const name = z.string().trim().min(1).max(30)
const password = z.string().min(1).max(128)
/** Names a session without being of use as one. */
const sessionId = z.string().regex(/^[0-9a-f]{32}$/)
const linkToken = z.string().regex(/^[\w-]{43}$/)

/** A colleague as administrators see them. */
export const colleague = z.strictObject({
  ...staffMember.shape,
  disabled: z.boolean(),
  createdAt: instant,
  /** When they last did something in a session that is still open; null without one. */
  lastSeenAt: instant.nullable(),
  /** Whether they log in with two steps. */
  twoStep: z.boolean(),
})

export const invitation = z.strictObject({ id, name, role, createdAt: instant, expiresAt: instant })

/** A one-time link, told this once: the token belongs behind `/admin/join#`. */
export const oneTimeLink = z.strictObject({ token: linkToken, expiresAt: instant })

export const staffSession = z.strictObject({
  id: sessionId,
  address: z.string(),
  /** Such as `Edge · Windows`; empty when the browser did not say. */
  browser: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  /** Whether it is the one that asks. */
  current: z.boolean(),
})
const sessions = z.strictObject({ items: z.array(staffSession) })

/** Accounts, invitations, passwords and sessions of staff. */
export const staffPeopleEndpoints = {
  'GET /api/admin/staff': {
    summary: 'Everybody who has an account, and the invitations that are open',
    access: 'staff',
    roles: administrators,
    response: z.strictObject({ items: z.array(colleague), invitations: z.array(invitation) }),
  },
  'POST /api/admin/staff/invitations': {
    summary: 'Invite a colleague by a one-time link, which is told this once',
    access: 'staff',
    roles: administrators,
    body: z.strictObject({ name, role }),
    response: oneTimeLink,
    status: 201,
  },
  'DELETE /api/admin/staff/invitations/{id}': {
    summary: 'Take back an invitation',
    access: 'staff',
    roles: administrators,
    params,
    response: nothing,
    errors: ['invitation_not_found'],
  },
  'PUT /api/admin/staff/{id}/role': {
    summary: 'Give a colleague another role; ends their sessions',
    access: 'staff',
    roles: administrators,
    params,
    body: z.strictObject({ role }),
    response: nothing,
    errors: ['staff_not_found', 'staff_last_administrator'],
  },
  'POST /api/admin/staff/{id}/disable': {
    summary: 'Close an account; ends its sessions at once',
    access: 'staff',
    roles: administrators,
    params,
    response: nothing,
    errors: ['staff_not_found', 'staff_last_administrator'],
  },
  'POST /api/admin/staff/{id}/enable': {
    summary: 'Open a closed account again',
    access: 'staff',
    roles: administrators,
    params,
    response: nothing,
    errors: ['staff_not_found'],
  },
  'POST /api/admin/staff/{id}/reset': {
    summary: 'A one-time link with which a colleague chooses a new password; replaces an earlier one',
    access: 'staff',
    roles: administrators,
    params,
    response: oneTimeLink,
    status: 201,
    errors: ['staff_not_found', 'staff_disabled'],
  },
  'GET /api/admin/staff/{id}/sessions': {
    summary: 'Where a colleague is logged in',
    access: 'staff',
    roles: administrators,
    params,
    response: sessions,
    errors: ['staff_not_found'],
  },
  'DELETE /api/admin/staff/{id}/sessions': {
    summary: 'End all sessions of a colleague',
    access: 'staff',
    roles: administrators,
    params,
    response: nothing,
    errors: ['staff_not_found'],
  },
  'POST /api/admin/staff-links/show': {
    summary: 'What a one-time link is for',
    access: 'none',
    body: z.strictObject({ token: linkToken }),
    response: z.strictObject({
      kind: z.enum(['invite', 'reset']),
      name: z.string(),
      role,
      /** Of the account whose password is chosen anew; null for an invitation. */
      login: z.string().nullable(),
      expiresAt: instant,
    }),
    errors: ['link_invalid'],
  },
  'POST /api/admin/staff-links/use': {
    summary: 'Choose login and password by a one-time link; log in afterwards',
    access: 'none',
    body: z.strictObject({
      token: linkToken,
      /** For an invitation; left out when the password is chosen anew. */
      login: login.optional(),
      password: newPassword,
    }),
    response: z.strictObject({ login: z.string() }),
    errors: ['link_invalid', 'login_taken'],
  },
  'PUT /api/admin/me/password': {
    summary: 'Change the own password; ends all other own sessions',
    access: 'staff',
    body: z.strictObject({ current: password, next: newPassword }),
    response: nothing,
    errors: ['password_wrong', 'login_throttled'],
  },
  'GET /api/admin/me/sessions': { summary: 'Where I am logged in', access: 'staff', response: sessions },
  'DELETE /api/admin/me/sessions': {
    summary: 'End all own sessions but this one',
    access: 'staff',
    response: nothing,
  },
  'DELETE /api/admin/me/sessions/{id}': {
    summary: 'End one of my sessions',
    access: 'staff',
    params: z.strictObject({ id: sessionId }),
    response: nothing,
    errors: ['staff_session_not_found'],
  },
} as const satisfies EndpointTable

export type Colleague = z.output<typeof colleague>
export type Invitation = z.output<typeof invitation>
export type OneTimeLink = z.output<typeof oneTimeLink>
export type StaffSession = z.output<typeof staffSession>
