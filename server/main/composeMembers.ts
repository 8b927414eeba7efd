import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import { alertRoutes, createGrantEvents } from '../features/alerts'
import { memberRoutes, type LoginProvider } from '../features/members'
import { reminderRoutes, type ReminderPlan } from '../features/reminders'
import type { Clock } from '../kernel/clock'
import { createSealer } from '../kernel/seal'
import type { Database } from '../store/database'
import { createAlertStore } from '../store/repositories/alerts'
import { createConsents } from '../store/repositories/consents'
import { createEventChoices } from '../store/repositories/eventChoices'
import { createMemberErasure } from '../store/repositories/memberErasure'
import { createMemberRecords } from '../store/repositories/memberRecords'
import { createMembers } from '../store/repositories/members'
import { createSessionKeys } from '../store/repositories/memberSessions'
import { createReceivedStore } from '../store/repositories/received'

export interface MemberParts {
  database: Database
  clock: Clock
  templates: NoticeTemplate[]
  login: LoginProvider
  plan: ReminderPlan
  sessionSecret: string
}

const templateIdOf = (templates: NoticeTemplate[], kind: NoticeTemplate['kind']): string => {
  const template = templates.find((candidate) => candidate.kind === kind)
  if (template === undefined) throw new Error(`no template for a ${kind} notice`)
  return template.id
}

/** Who the members are, what they want to be told, and what they may ask of what is kept about them. */
export function composeMembers({ database, clock, templates, login, plan, sessionSecret }: MemberParts) {
  const alerts = { store: createAlertStore(database), templates, clock }
  const erasure = createMemberErasure(database)
  const sealer = createSealer(sessionSecret, 'member session key')
  const own = {
    members: createMembers(database),
    records: createMemberRecords(database),
    consents: createConsents(database),
    erasure,
  }
  const ofEvents = {
    choices: createEventChoices(database),
    sessionKeys: createSessionKeys(database),
    plan,
    templateId: () => templateIdOf(templates, 'reminder'),
  }
  return {
    grantEvents: createGrantEvents(alerts),
    erasure,
    routes: {
      ...alertRoutes({ ...alerts, received: createReceivedStore(database), fields: templates }),
      ...memberRoutes({ login, clock, sealer, ...own }),
      ...reminderRoutes({ clock, sealer, ...ofEvents }),
    },
  }
}
