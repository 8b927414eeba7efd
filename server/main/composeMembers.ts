import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import { alertRoutes } from '../features/alerts'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createAlertStore } from '../store/repositories/alerts'

export interface MemberParts {
  database: Database
  clock: Clock
  templates: NoticeTemplate[]
}

/** Who the members are and what they want to be told. */
export const composeMembers = ({ database, clock, templates }: MemberParts) => ({
  routes: { ...alertRoutes({ store: createAlertStore(database), templates, clock }) },
})
