import type { ContactCard } from '../../../shared/contract'
import { useResource, type Resource } from '../../loading/useResource'
import { call } from '../../platform/api'

export const useContact = (): Resource<ContactCard> =>
  useResource<ContactCard>({ name: 'contact', read: () => call('GET /api/contact', {}) })
