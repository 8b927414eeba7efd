import type { AuditEntry } from '../../kernel/audit'
import type { Clock } from '../../kernel/clock'
import type { StaffAudit } from './portsDesk'

/** Who acts, and from where. */
export interface Actor {
  staff: { id: string }
  address: string
}

/** The entry of what staff did to a notice, a delivery or the rules. */
export const auditOf = (
  { clock }: { clock: Clock },
  actor: Actor,
  action: string,
  subject: Pick<AuditEntry, 'subjectType' | 'subjectId'>,
  detail: Record<string, unknown> = {},
): StaffAudit => ({
  at: clock.now(),
  staffId: actor.staff.id,
  action,
  ...subject,
  address: actor.address,
  detail,
})
