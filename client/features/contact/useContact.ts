import type { ContactCard } from '../../../shared/contract'
import { useResource, type Resource } from '../../loading/useResource'
import { call } from '../../platform/api'
import { ApiFailure, problemOf } from '../../platform/problem'

async function readCard(): Promise<ContactCard> {
  const card = await call('GET /api/contact', {})
  if (!Array.isArray(card.phones) || !Array.isArray(card.officeHours?.periods)) {
    throw new ApiFailure(problemOf(502, null))
  }
  return card
}

/** What the page shows changes when the card does; `status` follows from the clock and is worked out here. */
const sameCard = (a: ContactCard, b: ContactCard): boolean =>
  JSON.stringify({ ...a, status: null }) === JSON.stringify({ ...b, status: null })

export const useContact = (): Resource<ContactCard> =>
  useResource<ContactCard>({ name: 'contact', read: readCard, same: sameCard })
