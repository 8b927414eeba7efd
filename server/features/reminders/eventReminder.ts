import type { EventReminder } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { EventChoices, ReminderEvent, ReminderPlan } from './ports'

export interface ReminderDeps {
  choices: EventChoices
  plan: ReminderPlan
  clock: Clock
  /** WeChat's id of the template that reminders are sent with. */
  /** Of reminders, as it is now. */
  templateId(): string
}

export interface EventOfMember {
  memberId: string
  articleId: string
}

/** @throws AppError article_not_found, notice_needs_event */
export async function findEvent(choices: EventChoices, articleId: string): Promise<ReminderEvent> {
  const article = await choices.find(articleId)
  if (article === null) throw new AppError('article_not_found')
  if (article.event === null) throw new AppError('notice_needs_event')
  return article.event
}

async function show({ choices, ...deps }: ReminderDeps, { memberId, articleId }: EventOfMember) {
  const templateId = deps.templateId()
  const { choice, subscribed, told, remaining } = await choices.standing(memberId, articleId, templateId)
  // As the audience of a reminder will be made: the topic alone reminds nobody of what they were not told.
  return { on: choice ?? (subscribed && told), decided: choice !== null, remaining, template: { id: templateId } }
}

/** Whether a member is reminded of an event, and what decides it. */
export async function showReminder(deps: ReminderDeps, of: EventOfMember): Promise<EventReminder> {
  await findEvent(deps.choices, of.articleId)
  return show(deps, of)
}

/**
 * Reminds a member of this event, or does not; it counts for this event alone and goes before the topic.
 * @throws AppError article_not_found, notice_needs_event, notice_event_over
 */
export async function decideReminder(deps: ReminderDeps, command: EventOfMember & { on: boolean }) {
  const { memberId, articleId, on } = command
  const now = deps.clock.now()
  const event = await findEvent(deps.choices, articleId)
  if (event.endsAt <= now) throw new AppError('notice_event_over')
  await deps.choices.choose(memberId, articleId, on, now)
  if (on) await deps.plan.plan(articleId)
  return show(deps, command)
}
