import type { Association } from '../../../shared/contract/association'
import { routes } from '../../http/route'
import type { Clock } from '../../kernel/clock'
import { contactCard } from './card'

export const contactRoutes = ({ association, clock }: { association: Association; clock: Clock }) =>
  routes({
    'GET /api/contact': () => Promise.resolve(contactCard(association, clock.now())),
  })
