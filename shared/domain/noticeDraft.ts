import { fieldLimit, fieldTypeOf, checkField, fitText, type FieldProblem } from './templateFields'
import { formatDateTime, formatClock, startOfDay } from './time'
import type { TemplateKind } from './topics'

/** Where a template field takes its first value from. `text` is a fixed sentence from the configuration. */
export const FIELD_SOURCES = ['title', 'time', 'venue', 'deadline', 'organisation', 'text'] as const
export type FieldSource = (typeof FIELD_SOURCES)[number]

export interface TemplateField {
  /** WeChat's key, such as `thing1`. */
  key: string
  label: string
  source: FieldSource
  /** For `source: 'text'`, and what stands in when the source is empty. */
  text?: string
  /** Listed values of an `enum` field. */
  options?: string[]
}

export interface NoticeTemplate {
  kind: TemplateKind
  /** WeChat's template id. */
  id: string
  title: string
  fields: TemplateField[]
}

export interface NoticeSubject {
  title: string
  organisation: string
  startsAt: number
  endsAt: number
  venue: string
  signupDeadline: number | null
}

function timeValue(subject: NoticeSubject): string {
  const start = formatDateTime(subject.startsAt)
  return startOfDay(subject.startsAt) === startOfDay(subject.endsAt)
    ? `${start}~${formatClock(subject.endsAt)}`
    : `${start}~${formatDateTime(subject.endsAt)}`
}

/** What is known of an event that goes into a field; empty where nothing is. */
export function sourceValue(field: TemplateField, subject: NoticeSubject): string {
  switch (field.source) {
    case 'title':
      return subject.title
    case 'time':
      return timeValue(subject)
    case 'venue':
      return subject.venue
    case 'deadline':
      return subject.signupDeadline === null ? '' : formatDateTime(subject.signupDeadline)
    case 'organisation':
      return subject.organisation
    case 'text':
      return field.text ?? ''
  }
}

/** First values for a notice about an event, each cut to what its field holds. */
export function proposeValues(template: NoticeTemplate, subject: NoticeSubject): Record<string, string> {
  return Object.fromEntries(
    template.fields.map((field) => {
      const value = sourceValue(field, subject) || field.text || ''
      const type = fieldTypeOf(field.key)
      const limit = type === null ? null : fieldLimit(type)
      return [field.key, limit === null ? value : fitText(value, limit)]
    }),
  )
}

/** Problems by field key; empty when WeChat would take every value. A key that the template lacks is a problem. */
export function checkValues(template: NoticeTemplate, values: Record<string, string>): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  for (const field of template.fields) {
    const problem = checkField(field.key, values[field.key] ?? '', field.options)
    if (problem !== null) problems[field.key] = problem
  }
  for (const key of Object.keys(values)) {
    if (!template.fields.some((field) => field.key === key)) problems[key] = { code: 'field_format', type: 'thing' }
  }
  return problems
}
