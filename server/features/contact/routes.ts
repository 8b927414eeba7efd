import type { Picture } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import { routes } from '../../http/route'
import type { Clock } from '../../kernel/clock'
import { contactCard } from './card'

export interface ContactDeps {
  association: Association
  photo: Picture | null
  clock: Clock
}

export const contactRoutes = ({ association, photo, clock }: ContactDeps) =>
  routes({
    'GET /api/contact': () => Promise.resolve(contactCard(association, photo, clock.now())),
  })
