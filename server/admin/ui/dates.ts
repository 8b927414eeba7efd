import { formatClock, formatDate, formatDateTime, formatWeekday, toWallClock } from '../../../shared/domain/time'
import { t } from './language'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const englishDate = (instant: number): string => {
  const { year, month, day } = toWallClock(instant)
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`
}

/** `2026年11月23日`, `23 Nov 2026`; in Shanghai, as all of these. */
export const dateWords = (instant: number): string => t(formatDate(instant), englishDate(instant))

/** `2026年11月23日 14:30`, `23 Nov 2026 14:30` */
export const dateTimeWords = (instant: number): string =>
  t(formatDateTime(instant), `${englishDate(instant)} ${formatClock(instant)}`)

/** `周一`, `Mon` */
export const weekdayWords = (instant: number): string =>
  t(formatWeekday(instant), DAYS[toWallClock(instant).weekday] ?? '')
