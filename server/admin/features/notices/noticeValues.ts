import {
  checkValues,
  proposeValues,
  type NoticeSubject,
  type NoticeTemplate,
  type TemplateField,
} from '../../../../shared/domain/noticeDraft'
import {
  fieldLength,
  fieldLimit,
  fieldTypeOf,
  type FieldProblem,
  type FieldType,
} from '../../../../shared/domain/templateFields'
import { fieldWords } from '../../ui/words'
import type { Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

/** WeChat's own names of its field types, for staff. */
const TYPE_NAMES: Record<FieldType, Phrase> = {
  thing: { zh: '事物', en: 'thing' },
  number: { zh: '数字', en: 'number' },
  letter: { zh: '字母', en: 'letters' },
  symbol: { zh: '符号', en: 'symbols' },
  character_string: { zh: '字符串', en: 'characters' },
  time: { zh: '时间', en: 'Time' },
  date: { zh: '日期', en: 'date' },
  amount: { zh: '金额', en: 'amount' },
  phone_number: { zh: '电话', en: 'telephone' },
  car_number: { zh: '车牌', en: 'number plate' },
  name: { zh: '姓名', en: 'Name' },
  phrase: { zh: '汉字', en: 'Chinese characters' },
  enum: { zh: '枚举值', en: 'choice' },
}

function wordsOf(problem: FieldProblem): string {
  switch (problem.code) {
    case 'field_too_long':
      return fieldWords(problem.code, { limit: problem.limit, length: problem.length })
    case 'field_format':
      return fieldWords(problem.code, { type: t(TYPE_NAMES[problem.type]) })
    default:
      return fieldWords(problem.code)
  }
}

/** What WeChat would refuse, in words by field key. */
export const problemsOf = (template: NoticeTemplate, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(checkValues(template, values)).map(([key, problem]) => [key, wordsOf(problem)]))

/** `12/20`, or nothing for types whose form alone decides. */
export function counterOf(field: TemplateField, value: string): string | undefined {
  const type = fieldTypeOf(field.key)
  const limit = type === null ? null : fieldLimit(type)
  return limit === null ? undefined : `${fieldLength(value)}/${limit}`
}

/** Field types that hold a short phrase in Chinese, such as 变更类型. */
const isPhrase = (field: TemplateField): boolean => field.source === 'text' && fieldTypeOf(field.key) === 'phrase'

/**
 * First values for a notice, with `phrase` (at most five characters) saying what happened where the template has a
 * place for it.
 */
export function proposeWith(
  template: NoticeTemplate,
  subject: NoticeSubject,
  phrase: string | null,
): Record<string, string> {
  const values = proposeValues(template, subject)
  const field = template.fields.find(isPhrase)
  return phrase === null || field === undefined ? values : { ...values, [field.key]: phrase }
}

/** The server names a value's problem `notice.values.thing1` beside an article, `values.thing1` by itself. */
export const fromServer = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, words]) => {
      const key = /^(?:notice\.)?values\.(.+)$/.exec(path)?.[1]
      return key === undefined ? [] : [[key, words]]
    }),
  )

export { type NoticeSubject, type NoticeTemplate }
