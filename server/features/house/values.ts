import type { ContactValues, OrganisationValues } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'

export const organisationOf = ({ organisation, contact }: Association): OrganisationValues => ({
  ...organisation,
  ...{ copyright: contact.copyright, icp: contact.icp, support: contact.support },
})

export const contactOf = ({ contact }: Association): ContactValues => {
  const { phones, address, building, postalCode, location, officeHours, exceptions } = contact
  const photo = { source: 'configured' as const, mediaId: null, alt: '' }
  return { phones, address, building, postalCode, location, officeHours, exceptions, photo }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The values that are not as configured: what is equal follows the file when the file changes. */
export function differing<T extends object>(values: T, configured: T): Partial<T> {
  const keys = (Object.keys(values) as (keyof T)[]).filter((key) => !same(values[key], configured[key]))
  return Object.fromEntries(keys.map((key) => [key, values[key]])) as Partial<T>
}

/** The association with what stands in place of its file. */
export function overridden(
  association: Association,
  organisation: Partial<OrganisationValues>,
  contact: Partial<ContactValues>,
): Association {
  const { copyright, icp, support, ...own } = { ...organisationOf(association), ...organisation }
  const { photo: _photo, ...card } = { ...contactOf(association), ...contact }
  return {
    ...association,
    organisation: own,
    contact: { ...association.contact, ...card, copyright, icp, support },
  }
}
