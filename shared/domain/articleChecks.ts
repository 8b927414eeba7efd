import { DAY_MS, toWallClock } from './time'

/** What is looked at before an article becomes public. */
export interface CheckedArticle {
  title: string
  hasCover: boolean
  coverAlt: string
  /** Alternative texts of the body's pictures, in their order. */
  pictures: string[]
  /** The body's words. */
  text: string
  /** Null outside channels of events. */
  event: { startsAt: number | null; endsAt: number | null; signupDeadline: number | null } | null
  isPublished: boolean
}

export type CheckCode =
  | 'cover_missing'
  | 'cover_alt_missing'
  | 'picture_alt_missing'
  | 'title_long'
  | 'phone_odd'
  | 'event_past'
  | 'event_long'
  | 'event_at_night'
  | 'deadline_past'
  | 'deadline_after_start'
  | 'current_affairs'

export interface Finding {
  code: CheckCode
  /** What was found, such as a number; '' where the code says it all. */
  found: string
  /** Which of its kind in the body, from 0; 0 where there is one. */
  index: number
}

/** Two lines of a list beside a cover on a phone 390 points wide, at the usual size. */
export const TITLE_FITS = 28
const LONG_EVENT = 14 * DAY_MS

/** A word that says that a telephone number follows. */
const BEFORE = /(?:电话|手机|热线|座机|传真|致电|拨打|联系方式|联系人|咨询|报名)[^\d\n，。；]{0,12}$/
const DIGITS = /(?<![\d.])\+?\d[\d \-–—()（）]{3,22}\d(?![\d.])/g
const USUAL = [
  /^(?:86)?1[3-9]\d{9}$/,
  // with its area code, and perhaps an extension
  /^(?:86)?0?(?:10|2\d|[3-9]\d{2})\d{7,8}$/,
  /^[2-9]\d{6,7}$/,
  /^[48]00\d{7}$/,
  /^(?:1\d{2}|1\d{4}|9\d{4,7})$/,
]
const isDate = (written: string): boolean =>
  /^(?:19|20)\d{2}[-–—]\d{1,2}/.test(written) || /^(?:19|20)\d{2}$/.test(written)
/** So long and so begun, it can hardly be anything but a telephone number. */
const looksLikePhone = (digits: string, written: string): boolean =>
  /^1[3-9]\d{7,11}$/.test(digits) || /^0\d{2,3}[-–— ]\d/.test(written)

/** Telephone numbers in a text that cannot be right: a digit too few or too many, an area that does not exist. */
export function oddPhones(text: string): string[] {
  const odd: string[] = []
  for (const match of text.matchAll(DIGITS)) {
    const written = match[0].trim()
    const digits = written.replace(/\D/g, '')
    const isMeant = BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index))
    if (isDate(written) || !(isMeant || looksLikePhone(digits, written))) continue
    const numbers = /[-–—]\d{1,6}$/.test(written)
      ? [digits, written.replace(/[-–—]\d{1,6}$/, '').replace(/\D/g, '')]
      : [digits]
    if (!numbers.some((number) => USUAL.some((usual) => usual.test(number)))) odd.push(written)
  }
  return [...new Set(odd)]
}

function eventFindings(
  { startsAt, endsAt, signupDeadline }: NonNullable<CheckedArticle['event']>,
  now: number,
): CheckCode[] {
  const codes: CheckCode[] = []
  if (startsAt !== null && startsAt <= now) codes.push('event_past')
  if (startsAt !== null && endsAt !== null && endsAt - startsAt > LONG_EVENT) codes.push('event_long')
  if (startsAt !== null && toWallClock(startsAt).hour < 6) codes.push('event_at_night')
  if (signupDeadline !== null && signupDeadline <= now) codes.push('deadline_past')
  else if (signupDeadline !== null && startsAt !== null && signupDeadline > startsAt) codes.push('deadline_after_start')
  return codes
}

/**
 * What somebody should look at once more before members see the article. None of it forbids publishing. `affairs`: words
 * of current affairs, which WeChat lets only licensed accounts write about.
 */
export function checkArticle(article: CheckedArticle, affairs: readonly string[], now: number): Finding[] {
  const plain = (code: CheckCode): Finding => ({ code, found: '', index: 0 })
  const words = `${article.title}\n${article.text}`
  return [
    ...([...article.title.trim()].length > TITLE_FITS ? [plain('title_long')] : []),
    ...(article.hasCover ? [] : [plain('cover_missing')]),
    ...(article.hasCover && article.coverAlt === '' ? [plain('cover_alt_missing')] : []),
    ...article.pictures.flatMap((alt, index): Finding[] =>
      alt.trim() === '' ? [{ code: 'picture_alt_missing', found: String(index + 1), index }] : [],
    ),
    ...oddPhones(article.text).map((found): Finding => ({ code: 'phone_odd', found, index: 0 })),
    ...(article.event === null || article.isPublished ? [] : eventFindings(article.event, now).map(plain)),
    ...affairs
      .filter((word) => words.includes(word))
      .map((found): Finding => ({ code: 'current_affairs', found, index: 0 })),
  ]
}
