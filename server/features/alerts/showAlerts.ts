import type { Alerts } from '../../../shared/contract'
import { TOPICS } from '../../../shared/domain/topics'
import { TOPICS as TOPIC_PHRASES } from '../../../shared/phrases'
import type { AlertStore, AlertTemplate, MemberAlerts } from './ports'
import { templateOf } from './templates'

/** What a member is shown: every topic in one order, with its template and the grants that remain. */
export function presentAlerts(templates: readonly AlertTemplate[], member: MemberAlerts): Alerts {
  return {
    topics: TOPICS.map((topic) => {
      const { kind, id } = templateOf(templates, topic)
      const phrases = TOPIC_PHRASES[topic]
      return {
        topic,
        title: phrases.title.zh,
        description: phrases.description.zh,
        subscribed: member.subscribed.has(topic),
        template: { kind, id },
        remaining: member.available.get(id) ?? 0,
      }
    }),
  }
}

export const showAlerts =
  (store: AlertStore, templates: readonly AlertTemplate[]) =>
  async (memberId: string): Promise<Alerts> =>
    presentAlerts(templates, await store.ofMember(memberId))
