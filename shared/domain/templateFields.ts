/**
 * Rules of the values in a subscription message.
 * Source: WeChat server API `subscribeMessage.send`, "参数值内容限制说明".
 */
export const FIELD_TYPES = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
  'enum',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** A key such as `thing1` or `character_string12`. */
export function fieldTypeOf(key: string): FieldType | null {
  const stem = key.replace(/\d+$/, '')
  if (stem === key) return null
  return FIELD_TYPES.find((type) => type === stem) ?? null
}

export type FieldProblem =
  | { code: 'field_empty' }
  | { code: 'field_control_character' }
  | { code: 'field_too_long'; limit: number; length: number }
  | { code: 'field_format'; type: FieldType }

const LIMITS: Partial<Record<FieldType, number>> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  phrase: 5,
}

const DATE = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}([-/.])\d{1,2}\1\d{1,2})`
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`
const TIME_POINT = new RegExp(`^(?:\\d{4}年\\d{1,2}月\\d{1,2}日 )?${CLOCK}$`)
const DATE_POINT = new RegExp(`^${DATE}(?: ${CLOCK})?$`)

const isRangeOf = (point: RegExp) => (value: string) => {
  const ends = value.split('~')
  return ends.length <= 2 && ends.every((end) => point.test(end.trim()))
}

const FORMATS: Partial<Record<FieldType, (value: string) => boolean>> = {
  number: (value) => /^[+-]?\d+(?:\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]+$/.test(value),
  symbol: (value) => !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => /^[\x20-\x7e]+$/.test(value),
  time: isRangeOf(TIME_POINT),
  date: isRangeOf(DATE_POINT),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(?:\.\d{1,2})?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]+$/.test(value),
  phrase: (value) => /^\p{Script=Han}+$/u.test(value),
  name: (value) => (/^[\p{Script=Han}·]+$/u.test(value) ? [...value].length <= 10 : /^[A-Za-z .'-]{1,20}$/.test(value)),
}

/**
 * Length as the platform may count it. Whether an emoji counts 1 or 2 in `thing` is not documented, so a code point
 * outside the basic plane counts 2: a value that passes here passes either way.
 */
export const fieldLength = (value: string): number => value.length

/** The most characters of a field type, or null where the form alone decides. */
export const fieldLimit = (type: FieldType): number | null => LIMITS[type] ?? null

// eslint-disable-next-line no-control-regex -- control characters are what the rule forbids
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** What is wrong with one value, or null. `options` are the listed values of an `enum` field. */
export function checkField(key: string, value: string, options?: readonly string[]): FieldProblem | null {
  const type = fieldTypeOf(key)
  if (type === null) return { code: 'field_format', type: 'thing' }
  if (value.trim() === '') return { code: 'field_empty' }
  if (CONTROL.test(value)) return { code: 'field_control_character' }
  const limit = fieldLimit(type)
  const length = fieldLength(value)
  if (limit !== null && length > limit) return { code: 'field_too_long', limit, length }
  if (type === 'enum') return options === undefined || options.includes(value) ? null : { code: 'field_format', type }
  const format = FORMATS[type]
  return format === undefined || format(value) ? null : { code: 'field_format', type }
}

/** The longest beginning of `value` that fits a field of `limit`, ending in `…` when something was cut. */
export function fitText(value: string, limit: number): string {
  const flat = value.replace(/\s+/g, ' ').trim()
  if (fieldLength(flat) <= limit) return flat
  let kept = ''
  for (const character of flat) {
    if (fieldLength(kept) + fieldLength(character) > limit - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
