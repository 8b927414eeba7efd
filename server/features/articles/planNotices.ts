import type { ArticleStatus } from '../../../shared/contract/staffContent'
import { checkValues, proposeValues, type NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { newId } from '../../kernel/ids'
import type { StoredEvent } from './ports'
import type { NoticePlan, NoticeRulesStore, PlannedReminder } from './portsStaff'

export interface PlanDeps {
  templates: NoticeTemplate[]
  noticeRules: NoticeRulesStore
  /** The association's name, as it is now. */
  organisation(): string
  clock: Clock
}

export interface PlanSubject {
  id: string
  status: ArticleStatus
  title: string
  event: StoredEvent | null
}

/** Where a notice of an article leads in the mini-program. */
export const noticePage = (articleId: string, noticeId: string): string =>
  `pages/article/index?id=${articleId}&notice=${noticeId}`

/**
 * Which notices an article's event still has before it: reminders at the times that the rules name, with the words as
 * the event stands now. Times that have passed are left out.
 */
export async function planNotices(deps: PlanDeps, article: PlanSubject): Promise<NoticePlan> {
  const { event } = article
  const now = deps.clock.now()
  const off = article.status === 'withdrawn' || event?.decision === 'cancelled'
  const template = deps.templates.find(({ kind }) => kind === 'reminder')
  if (off || article.status !== 'published' || event === null || template === undefined) return { reminders: [], off }
  const values = proposeValues(template, { ...event, title: article.title, organisation: deps.organisation() })
  // WeChat would refuse them all: better no reminder than one that halts in front of everybody.
  if (Object.keys(checkValues(template, values)).length > 0) return { reminders: [], off }
  const { reminders } = await deps.noticeRules.read()
  const planned = [...new Set(reminders)].map((minutes): PlannedReminder => {
    const id = newId()
    const at = event.startsAt - minutes * MINUTE_MS
    return { id, minutes, at, templateId: template.id, values, page: noticePage(article.id, id) }
  })
  return { reminders: planned.filter(({ at }) => at > now), off }
}
