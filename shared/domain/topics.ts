import type { NoticeKind } from './notice'

/** What a member may ask to be told about. */
export const TOPICS = ['new_events', 'event_reminder', 'event_change'] as const
export type Topic = (typeof TOPICS)[number]

/** WeChat templates that the product sends, by what they are for. */
export const TEMPLATE_KINDS = ['preview', 'reminder', 'change'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

export const TEMPLATE_OF_TOPIC: Record<Topic, TemplateKind> = {
  new_events: 'preview',
  event_reminder: 'reminder',
  event_change: 'change',
}

export const TOPIC_OF_TEMPLATE: Record<TemplateKind, Topic> = {
  preview: 'new_events',
  reminder: 'event_reminder',
  change: 'event_change',
}

export const TEMPLATE_OF_NOTICE: Record<NoticeKind, TemplateKind> = {
  preview: 'preview',
  reminder: 'reminder',
  change: 'change',
  cancellation: 'change',
}
