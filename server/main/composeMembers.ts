import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import { alertRoutes, createGrantEvents } from '../features/alerts'
import { memberRoutes, type LoginProvider } from '../features/members'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createAlertStore } from '../store/repositories/alerts'
import { createMembers } from '../store/repositories/members'

export interface MemberParts {
  database: Database
  clock: Clock
  templates: NoticeTemplate[]
  login: LoginProvider
}

/** Who the members are and what they want to be told. */
export function composeMembers({ database, clock, templates, login }: MemberParts) {
  const alerts = { store: createAlertStore(database), templates, clock }
  return {
    grantEvents: createGrantEvents(alerts),
    routes: { ...alertRoutes(alerts), ...memberRoutes({ login, members: createMembers(database), clock }) },
  }
}
