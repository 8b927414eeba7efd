import { createHash } from 'node:crypto'
import type { NoticeDetail } from '../../../shared/contract'
import type { NoticeKind } from '../../../shared/domain/notice'
import { checkValues, type NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { AppError, invalidFields } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { auditOf, type Actor } from './actor'
import type { EventSubjects, NoticeDesk, NoticeSubject, NoticeWakeup } from './portsDesk'
import { countAudience, showNotice, templateFor, type NoticeDeps } from './showNotices'

export interface DeskDeps extends NoticeDeps {
  desk: NoticeDesk
  subjects: EventSubjects
  wakeup: NoticeWakeup
}

export interface DecideCommand {
  articleId: string
  kind: 'reminder' | 'change' | 'cancellation'
  values: Record<string, string>
  /** ISO instant; null: at once. */
  at: string | null
  atNight: boolean
}

type Event = NonNullable<NoticeSubject['event']>

/** Whether a notice of this kind may be told of an event as it stands. */
function refuseByEvent(event: Event, kind: DecideCommand['kind'], at: number): void {
  if (kind === 'cancellation' && event.decision !== 'cancelled') throw new AppError('notice_event_not_cancelled')
  if (kind !== 'cancellation' && event.decision === 'cancelled') throw new AppError('notice_event_cancelled')
  if (at >= event.endsAt) throw new AppError('notice_event_over')
}

/** The template with which WeChat would take these values. */
export function templateTaking(
  templates: readonly NoticeTemplate[],
  kind: NoticeKind,
  values: Record<string, string>,
): NoticeTemplate {
  const template = templateFor(templates, kind)
  if (template === null) throw new Error(`no template for a ${kind} notice`)
  const problems = Object.entries(checkValues(template, values))
  if (problems.length === 0) return template
  throw invalidFields(
    Object.fromEntries(problems.map(([key, { code, ...more }]) => [`values.${key}`, { code, values: more }])),
  )
}

/**
 * What a notice says, in short. A change says where and when the event now is, so the same change is told once and the
 * next one again; a reminder is one a minute that it is sent for; an event is called off once.
 */
function aboutOf(kind: DecideCommand['kind'], event: Event, at: number): string {
  if (kind === 'cancellation') return ''
  if (kind === 'reminder') return `at${Math.floor(at / 60_000)}`
  const { startsAt, endsAt, venue, address } = event
  return createHash('sha256')
    .update(JSON.stringify([startsAt, endsAt, venue, address]))
    .digest('hex')
    .slice(0, 16)
}

async function subjectOf({ subjects }: DeskDeps, articleId: string): Promise<Event> {
  const subject = await subjects.find(articleId)
  if (subject === null) throw new AppError('article_not_found')
  if (subject.status !== 'published') throw new AppError('article_not_published')
  if (subject.event === null) throw new AppError('notice_needs_event')
  return subject.event
}

/** Decides a reminder, a change or a cancellation: at once, or for a set time. Its words are frozen here. */
export async function decideNotice(deps: DeskDeps, command: DecideCommand, actor: Actor): Promise<NoticeDetail> {
  const { articleId, kind, values, atNight } = command
  const now = deps.clock.now()
  const at = command.at === null ? now : Date.parse(command.at)
  const event = await subjectOf(deps, articleId)
  refuseByEvent(event, kind, at)
  if (at < now) throw new AppError('time_past')
  const template = templateTaking(deps.templates, kind, values)
  const id = newId()
  const notice = {
    id,
    articleId,
    kind,
    about: aboutOf(kind, event, at),
    templateId: template.id,
    values,
    page: `pages/article/index?id=${articleId}&notice=${id}`,
    scheduledAt: command.at === null ? null : at,
    atNight,
  }
  if (command.at === null && (await countAudience(deps, { kind, articleId })).willGet === 0) {
    // Whoever clicks twice hears that it is on its way, not that nobody has a grant left for it.
    throw new AppError((await deps.desk.isSaid(notice)) ? 'notice_exists' : 'notice_nobody')
  }
  const detail = { kind, articleId, at: command.at, atNight }
  const audit = auditOf(deps, actor, 'notice.decide', { subjectType: 'notice', subjectId: id }, detail)
  if (!(await deps.desk.decide(notice, audit))) throw new AppError('notice_exists')
  deps.wakeup.notify()
  return showNotice(deps, id)
}
