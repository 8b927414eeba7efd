import type { FieldSource, NoticeTemplate } from './noticeDraft'
import { checkField, fieldTypeOf, type FieldProblem, type FieldType } from './templateFields'

/** Which kinds of fields take what the product knows of an event; a fixed text goes into any that takes it. */
const TAKES: Record<Exclude<FieldSource, 'text'>, readonly FieldType[]> = {
  title: ['thing'],
  venue: ['thing'],
  organisation: ['thing'],
  time: ['time'],
  deadline: ['time', 'date'],
}

export interface ChosenField {
  key: string
  source: FieldSource
  text?: string | undefined
  options?: readonly string[] | undefined
}

export type ChoiceProblem =
  | FieldProblem
  /** The product does not know this type of WeChat's. */
  | { code: 'field_type_unknown' }
  /** What is to go in does not fit the type. */
  | { code: 'field_source' }

/** What is wrong with what is to go into a field, or null. */
export function fieldChoiceProblem({ key, source, text = '', options }: ChosenField): ChoiceProblem | null {
  const type = fieldTypeOf(key)
  if (type === null) return { code: 'field_type_unknown' }
  if (source === 'text') return checkField(key, text, options)
  if (!TAKES[source].includes(type)) return { code: 'field_source' }
  // the text stands in where an event lacks the value
  return text === '' ? null : checkField(key, text, options)
}

/** How a template that is used stands to what WeChat has. */
export type TemplateState =
  { state: 'same' } | { state: 'gone' } | { state: 'differs'; missing: string[]; unknown: string[] }

/** Compares by id and keys. `missing`: WeChat wants them and we do not send them; `unknown`: the other way round. */
export function compareTemplate(
  template: Pick<NoticeTemplate, 'id' | 'fields'>,
  listed: readonly { id: string; fields: { key: string }[] }[],
): TemplateState {
  const theirs = listed.find(({ id }) => id === template.id)
  if (theirs === undefined) return { state: 'gone' }
  const [own, wanted] = [template.fields, theirs.fields].map((fields) => fields.map(({ key }) => key)) as [
    string[],
    string[],
  ]
  const missing = wanted.filter((key) => !own.includes(key))
  const unknown = own.filter((key) => !wanted.includes(key))
  return missing.length + unknown.length === 0 ? { state: 'same' } : { state: 'differs', missing, unknown }
}
