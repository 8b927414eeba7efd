import { TEMPLATE_OF_TOPIC, TOPIC_OF_TEMPLATE, type Topic } from '../../../shared/domain/topics'
import type { AlertTemplate } from './ports'

/** Which topic a WeChat template id belongs to, or null when the association does not use it. */
export const topicOf = (templates: readonly AlertTemplate[], templateId: string): Topic | null => {
  const template = templates.find(({ id }) => id === templateId)
  return template === undefined ? null : TOPIC_OF_TEMPLATE[template.kind]
}

export function templateOf(templates: readonly AlertTemplate[], topic: Topic): AlertTemplate {
  const template = templates.find(({ kind }) => kind === TEMPLATE_OF_TOPIC[topic])
  if (template === undefined) throw new Error(`no template for topic ${topic}`)
  return template
}
