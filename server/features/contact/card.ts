import type { ContactCard } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import { officeStatus } from '../../../shared/domain/officeHours'

/** The contact card of the association's file, with whether the office is open at `now` (ms). */
export function contactCard({ organisation, contact }: Association, now: number): ContactCard {
  const { open, changesAt } = officeStatus(contact.officeHours, now)
  const status = { open, changesAt: changesAt === null ? null : new Date(changesAt).toISOString() }
  return { organisation: organisation.name, ...contact, status }
}
