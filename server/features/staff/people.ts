import type { Colleague, Invitation } from '../../../shared/contract'
import type { StaffRole } from '../../../shared/contract/endpoint'
import type { AuditEntry } from '../../kernel/audit'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { presentStaff } from './ownStaff'
import type { AccountMove, LinkStore, PeopleStore, StoredColleague } from './portsPeople'

export interface PeopleDeps {
  people: PeopleStore
  links: LinkStore
  clock: Clock
}

/** Who acts, and from where. */
export interface Actor {
  staff: { id: string }
  address: string
}

export const auditOf = (
  { clock }: { clock: Clock },
  { staff, address }: Actor,
  action: string,
  subjectId: string,
  detail: Record<string, unknown> = {},
): AuditEntry => ({ at: clock.now(), staffId: staff.id, action, subjectType: 'staff', subjectId, address, detail })

const iso = (instant: number): string => new Date(instant).toISOString()

const present = (row: StoredColleague): Colleague => ({
  ...presentStaff(row),
  disabled: row.disabled,
  createdAt: iso(row.createdAt),
  lastSeenAt: row.lastSeenAt === null ? null : iso(row.lastSeenAt),
  twoStep: row.twoStep,
})

export async function listPeople({
  people,
  links,
  clock,
}: PeopleDeps): Promise<{ items: Colleague[]; invitations: Invitation[] }> {
  const now = clock.now()
  const [rows, open] = await Promise.all([people.list(now), links.invitations(now)])
  const invitations = open.map(({ id, name, role, createdAt, expiresAt }) => ({
    ...{ id, name, role },
    ...{ createdAt: iso(createdAt), expiresAt: iso(expiresAt) },
  }))
  return { items: rows.map(present), invitations }
}

/** @throws AppError staff_not_found */
export async function findColleague({ people }: Pick<PeopleDeps, 'people'>, id: string): Promise<StoredColleague> {
  const found = await people.find(id)
  if (found === null) throw new AppError('staff_not_found')
  return found
}

function settle(outcome: AccountMove): Record<never, never> {
  if (outcome === 'missing') throw new AppError('staff_not_found')
  if (outcome === 'last') throw new AppError('staff_last_administrator')
  return {}
}

/** Another role means another session: what was open ends. */
export async function changeRole(deps: PeopleDeps, id: string, role: StaffRole, actor: Actor) {
  const before = await findColleague(deps, id)
  if (before.role === role) return {}
  const audit = auditOf(deps, actor, 'staff.role', id, { from: before.role, to: role })
  return settle(await deps.people.setRole(id, role, audit))
}

export async function setDisabled(deps: PeopleDeps, id: string, disabled: boolean, actor: Actor) {
  const audit = auditOf(deps, actor, disabled ? 'staff.disable' : 'staff.enable', id)
  return settle(await deps.people.setDisabled(id, disabled, audit))
}
