import type { Context } from 'koa'
import type { Endpoint } from '../../shared/contract/endpoint'
import type { Clock } from '../kernel/clock'
import { AppError } from '../kernel/errors'
import { hashToken } from '../kernel/ids'
import type { MemberSessions, StaffSessions } from './ports'
import type { StaffIdentity } from './route'
import { staffCookie } from './staffCookie'

export interface AccessOptions {
  staffSessions: StaffSessions
  memberSessions: MemberSessions
  clock: Clock
  secureCookies: boolean
}

export interface Caller {
  staff?: StaffIdentity
  memberId?: string
}

const bearerOf = (ctx: Context): string | null => /^Bearer ([\w-]{20,128})$/.exec(ctx.get('Authorization'))?.[1] ?? null

async function staffOf(ctx: Context, endpoint: Endpoint, options: AccessOptions): Promise<Caller> {
  const token = staffCookie(ctx, options.secureCookies).read()
  const staff = token === null ? null : await options.staffSessions.find(hashToken(token), options.clock.now())
  if (staff === null) throw new AppError('session_required')
  if (staff.mustEnrol && endpoint.whileEnrolling !== true) throw new AppError('two_step_required')
  if (endpoint.roles !== undefined && !endpoint.roles.includes(staff.role)) throw new AppError('role_forbidden')
  return { staff }
}

async function memberOf(ctx: Context, options: AccessOptions): Promise<Caller> {
  const token = bearerOf(ctx)
  const memberId = token === null ? null : await options.memberSessions.find(hashToken(token), options.clock.now())
  if (memberId === null) throw new AppError('session_required')
  return { memberId }
}

/** Who calls, as far as the endpoint asks; throws when it asks for more than the caller is. */
export async function identify(ctx: Context, endpoint: Endpoint, options: AccessOptions): Promise<Caller> {
  switch (endpoint.access) {
    case 'staff':
      return staffOf(ctx, endpoint, options)
    case 'member':
      return memberOf(ctx, options)
    case 'none':
      return {}
  }
}
