import type { OneTimeLink, ResponseFrom } from '../../../shared/contract'
import type { StaffRole } from '../../../shared/contract/endpoint'
import { DAY_MS, HOUR_MS } from '../../../shared/domain/time'
import { AppError, invalidFields } from '../../kernel/errors'
import { hashToken, newId, newToken } from '../../kernel/ids'
import { hashPassword } from './password'
import { auditOf, findColleague, type Actor, type PeopleDeps } from './people'
import type { StoredLink } from './portsPeople'

const INVITATION_MS = 7 * DAY_MS
/** A way into an account that exists stays open for a shorter time. */
const RESET_MS = 24 * HOUR_MS

type NewLink = Pick<StoredLink, 'kind' | 'staffId' | 'name' | 'role'>

async function keepLink(deps: PeopleDeps, link: NewLink, lifeMs: number, actor: Actor): Promise<OneTimeLink> {
  const token = newToken()
  const createdAt = deps.clock.now()
  const expiresAt = createdAt + lifeMs
  const id = newId()
  const detail = link.kind === 'invite' ? { name: link.name, role: link.role } : {}
  const audit = auditOf(deps, actor, `staff.${link.kind}`, link.staffId ?? id, detail)
  await deps.links.keep({ id, ...link, createdAt, expiresAt, tokenHash: hashToken(token) }, audit)
  return { token, expiresAt: new Date(expiresAt).toISOString() }
}

/** A link with which somebody makes their own account; told once and kept only as a hash. */
export const invite = (deps: PeopleDeps, { name, role }: { name: string; role: StaffRole }, actor: Actor) =>
  keepLink(deps, { kind: 'invite', staffId: null, name, role }, INVITATION_MS, actor)

/** A link with which a colleague chooses a new password. The old one holds until then. */
export async function offerReset(deps: PeopleDeps, id: string, actor: Actor): Promise<OneTimeLink> {
  const { name, role, disabled } = await findColleague(deps, id)
  if (disabled) throw new AppError('staff_disabled')
  return keepLink(deps, { kind: 'reset', staffId: id, name, role }, RESET_MS, actor)
}

export async function withdrawInvitation(deps: PeopleDeps, id: string, actor: Actor) {
  const done = await deps.links.withdraw(id, deps.clock.now(), auditOf(deps, actor, 'staff.uninvite', id))
  if (!done) throw new AppError('invitation_not_found')
  return {}
}

async function findLink({ links, clock }: PeopleDeps, token: string) {
  const link = await links.find(hashToken(token), clock.now())
  if (link === null) throw new AppError('link_invalid')
  return link
}

export async function showLink(
  deps: PeopleDeps,
  { token }: { token: string },
): Promise<ResponseFrom<'POST /api/admin/staff-links/show'>> {
  const { kind, name, role, login, expiresAt } = await findLink(deps, token)
  return { kind, name, role, login, expiresAt: new Date(expiresAt).toISOString() }
}

export interface UseLink {
  token: string
  login?: string
  password: string
  address: string
}

/**
 * Makes the invited account, or sets the new password. It does not log in: whoever holds a link still has to pass the
 * login with all that it asks for.
 */
export async function takeLink(deps: PeopleDeps, { token, login, password, address }: UseLink) {
  // before the password is hashed: a guessed token must not cost that work
  const link = await findLink(deps, token)
  const tokenHash = hashToken(token)
  if (link.kind === 'reset') {
    if (login !== undefined) throw invalidFields({ login: { code: 'unknown_field' } })
    const id = link.staffId ?? ''
    const audit = auditOf(deps, { staff: { id }, address }, 'staff.password', id, { by: 'link' })
    const outcome = await deps.links.reset(tokenHash, await hashPassword(password), audit)
    if (outcome === 'gone') throw new AppError('link_invalid')
    return { login: link.login ?? '' }
  }
  if (login === undefined) throw invalidFields({ login: { code: 'required' } })
  const id = newId()
  const account = { id, login: login.toLowerCase(), passwordHash: await hashPassword(password) }
  const audit = auditOf(deps, { staff: { id }, address }, 'staff.join', id, { name: link.name, role: link.role })
  const outcome = await deps.links.join(tokenHash, account, audit)
  if (outcome === 'taken') throw new AppError('login_taken')
  if (outcome === 'gone') throw new AppError('link_invalid')
  return { login: account.login }
}
