import type { StaffSession } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import { hashToken } from '../../kernel/ids'
import { auditOf, findColleague, type Actor, type PeopleDeps } from './people'
import type { SessionStore, StoredSession } from './portsPeople'

export interface SessionDeps extends PeopleDeps {
  sessions: SessionStore
}

/** Names a session in answers; opens nothing, and says nothing of the token. */
const nameOf = ({ tokenHash }: StoredSession): string => hashToken(`session:${tokenHash}`).slice(0, 32)

/** Where an account is logged in. `token` is that of the browser which asks. */
export async function listSessions(
  { sessions, clock }: SessionDeps,
  staffId: string,
  token: string | null,
): Promise<{ items: StaffSession[] }> {
  const own = token === null ? '' : hashToken(token)
  const open = await sessions.openSessions(staffId, clock.now())
  const items = open.map((session) => ({
    id: nameOf(session),
    address: session.address,
    browser: session.browser,
    createdAt: new Date(session.createdAt).toISOString(),
    lastSeenAt: new Date(session.lastSeenAt).toISOString(),
    current: session.tokenHash === own,
  }))
  return { items }
}

async function end(deps: SessionDeps, staffId: string, ended: StoredSession[], actor: Actor) {
  if (ended.length === 0) return
  const audit = auditOf(deps, actor, 'staff.sessions_end', staffId, { count: ended.length })
  const hashes = ended.map(({ tokenHash }) => tokenHash)
  await deps.sessions.end(staffId, hashes, audit)
}

export async function listColleagueSessions(deps: SessionDeps, id: string, token: string | null) {
  await findColleague(deps, id)
  return listSessions(deps, id, token)
}

export async function endColleagueSessions(deps: SessionDeps, id: string, actor: Actor) {
  await findColleague(deps, id)
  await end(deps, id, await deps.sessions.openSessions(id, deps.clock.now()), actor)
  return {}
}

export async function endOwnSession(deps: SessionDeps, name: string, actor: Actor) {
  const open = await deps.sessions.openSessions(actor.staff.id, deps.clock.now())
  const ended = open.filter((session) => nameOf(session) === name)
  if (ended.length === 0) throw new AppError('staff_session_not_found')
  await end(deps, actor.staff.id, ended, actor)
  return {}
}

export async function endOtherSessions(deps: SessionDeps, token: string, actor: Actor) {
  const open = await deps.sessions.openSessions(actor.staff.id, deps.clock.now())
  const own = hashToken(token)
  await end(
    deps,
    actor.staff.id,
    open.filter(({ tokenHash }) => tokenHash !== own),
    actor,
  )
  return {}
}
