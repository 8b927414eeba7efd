import type { NoticeSettings } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import { auditOf, type Actor } from './actor'
import type { NoticeRulesStore, NoticeWakeup } from './portsDesk'

export interface NoticeRulesDeps {
  rules: NoticeRulesStore
  wakeup: NoticeWakeup
  clock: Clock
}

export const showNoticeRules = ({ rules }: NoticeRulesDeps): Promise<NoticeSettings> => rules.read()

/** Changes the rules for all notices; reminders that are planned already keep their times. */
export async function changeNoticeRules(
  deps: NoticeRulesDeps,
  wanted: NoticeSettings,
  actor: Actor,
): Promise<NoticeSettings> {
  const rules = { ...wanted, reminders: [...new Set(wanted.reminders)].sort((a, b) => b - a) }
  const was = await deps.rules.read()
  const subject = { subjectType: 'setting' as const, subjectId: 'notices' }
  await deps.rules.keep(rules, auditOf(deps, actor, 'setting.change', subject, { was, is: rules }))
  // Quiet hours may have just ended.
  deps.wakeup.notify()
  return deps.rules.read()
}
