import type { Alerts, AlertTopic } from '../../../shared/contract'
import { formatIsoDate } from '../../../shared/domain/time'
import type { Topic } from '../../../shared/domain/topics'
import { keptChoice, type Setting } from './setting'

/** What a member who came from a notice may want to be told of again, likeliest first. */
export const TOLD_OF_EVENTS: readonly Topic[] = ['new_events', 'event_change', 'event_reminder']

/** Whether another offer may be made: at most one a day (Asia/Shanghai), whichever topic it was for. */
export const mayOffer = (lastDay: unknown, now: number): boolean => lastDay !== formatIsoDate(now)

/**
 * What to offer a grant for: the first of `topics` that is on, has none left and WeChat would ask about or allow.
 * Null: nothing to offer.
 */
export function offerOf(alerts: Alerts, topics: readonly Topic[], setting: Setting | null): AlertTopic | null {
  if (setting?.mainSwitch === false) return null
  const fits = ({ subscribed, remaining, template }: AlertTopic): boolean =>
    subscribed && remaining === 0 && keptChoice(setting, template.id) !== 'reject'
  const found = topics.map((topic) => alerts.topics.find((entry) => entry.topic === topic && fits(entry)))
  return found.find((entry) => entry !== undefined) ?? null
}
