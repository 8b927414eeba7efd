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

/** WeChat's own names of its field types, for staff. */
const TYPE_NAMES: Record<FieldType, string> = {
  thing: '事物',
  number: '数字',
  letter: '字母',
  symbol: '符号',
  character_string: '字符串',
  time: '时间',
  date: '日期',
  amount: '金额',
  phone_number: '电话',
  car_number: '车牌',
  name: '姓名',
  phrase: '汉字',
  enum: '枚举值',
}

function wordsOf(problem: FieldProblem): string {
  switch (problem.code) {
    case 'field_too_long':
      return fieldWords(problem.code, { limit: problem.limit, length: problem.length })
    case 'field_format':
      return fieldWords(problem.code, { type: TYPE_NAMES[problem.type] })
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
