import type { ContactCard, Picture } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import { officeStatus } from '../../../shared/domain/officeHours'
import { specialDaysFrom } from './specialDays'

/** The contact card of the association's file, with whether the office is open at `now` (ms). */
export function contactCard({ organisation, contact }: Association, photo: Picture | null, now: number): ContactCard {
  const { exceptions, photo: _file, ...told } = contact
  const specialDays = specialDaysFrom(now, exceptions)
  const { open, changesAt } = officeStatus(contact.officeHours, now, specialDays)
  const status = { open, changesAt: changesAt === null ? null : new Date(changesAt).toISOString() }
  return { organisation: organisation.name, ...told, photo, specialDays, status }
}
