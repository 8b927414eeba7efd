import { sourceValue, type NoticeSubject, type TemplateField } from './noticeDraft'
import { checkField, fieldLength, fieldLimit, fieldTypeOf, fitText, type FieldType } from './templateFields'

/** More than these would have to be compared with each other. */
const MOST = 3
/** What a change of an event is called in five characters. */
const PHRASES = ['时间调整', '地点调整', '安排调整', '活动取消']

/** Spaces and line breaks from a paste, one blank each. */
// eslint-disable-next-line no-control-regex -- control characters are what has to go
const flat = (value: string): string => value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()

/** What stands aside of a title: remarks in brackets, and what follows a dash, a colon or a bar. */
function shortened(value: string): string[] {
  const plain = value.replace(/[（(【[][^）)】\]]*[）)】\]]/g, '').trim()
  const head = plain.split(/\s*(?:[：:|｜]|——|--|—|－)\s*/)[0] ?? ''
  const quoted = /[“「《]([^”」》]+)[”」》]/.exec(plain)?.[1] ?? ''
  return [plain, head, quoted]
}

/** `2026-12-01 14:00` and the like as WeChat wants it in a `time` field. */
function asTime(value: string): string {
  const date = value.replace(
    /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g,
    (_all, year: string, month: string, day: string) => {
      return `${year}年${Number(month)}月${Number(day)}日`
    },
  )
  return date
    .replace(/：/g, ':')
    .replace(/\s*(?:至|到|～|—|–|-)\s*/g, '~')
    .replace(/日\s*(?=\d)/g, '日 ')
}

const kept = (value: string, wanted: RegExp): string => (value.match(wanted) ?? []).join('')

/** Forms of a value that its type may take, without regard to length. */
function formsOf(type: FieldType, value: string): string[] {
  switch (type) {
    case 'thing':
      return [...shortened(value), value]
    case 'time':
    case 'date':
      return [asTime(value), value]
    case 'phrase':
      return [kept(value, /\p{Script=Han}/gu), ...PHRASES]
    case 'name':
      return [kept(value, /[\p{Script=Han}·]/gu).slice(0, 10), value.slice(0, 20)]
    case 'number':
      return [kept(value, /\d/g)]
    case 'amount':
      return [kept(value, /[\d.]/g)]
    case 'letter':
      return [kept(value, /[A-Za-z]/g)]
    case 'phone_number':
      return [kept(value, /[\d+\-() ]/g)]
    case 'character_string':
      return [kept(value, /[\x20-\x7e]/g).trim()]
    default:
      return [value]
  }
}

/** Only text may end in `…`; a cut number or telephone would be another one. */
const fitted = (type: FieldType, limit: number | null, value: string): string =>
  limit === null || fieldLength(value) <= limit
    ? value
    : type === 'thing'
      ? fitText(value, limit)
      : value.slice(0, limit)

const CUT_CHANGES: readonly FieldType[] = ['number', 'phone_number', 'amount', 'time', 'date', 'phrase']

/**
 * Values near to one that WeChat would refuse, which it takes: shorter, in its form, or what is known of the event. The
 * nearest first, at most three; none when nothing is wrong.
 */
export function proposalsFor(field: TemplateField, value: string, subject: NoticeSubject | null): string[] {
  const type = fieldTypeOf(field.key)
  if (type === null || checkField(field.key, value, field.options) === null) return []
  const limit = fieldLimit(type)
  const near = value.trim() === '' ? [] : formsOf(type, flat(value))
  const known = subject === null ? '' : sourceValue(field, subject)
  const forms = [...near, ...(type === 'phrase' ? PHRASES : []), known, field.text ?? '', ...(field.options ?? [])]
  const found = new Set<string>()
  for (const form of forms) {
    if (form === '') continue
    const isCut = limit !== null && fieldLength(form) > limit
    if (isCut && CUT_CHANGES.includes(type)) continue
    const fits = fitted(type, limit, form)
    if (fits !== value && checkField(field.key, fits, field.options) === null) found.add(fits)
  }
  return [...found].slice(0, MOST)
}
