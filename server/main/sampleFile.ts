import { z } from 'zod'
import { DAY_MS, MINUTE_MS, startOfDay } from '../../shared/domain/time'

const clock = z.string().regex(/^\d{2}:\d{2}$/)

const event = z.strictObject({
  startsInDays: z.int(),
  startTime: clock,
  endsInDays: z.int(),
  endTime: clock,
  venue: z.string(),
  address: z.string().nullable(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
  deadlineInDays: z.int().nullable(),
  deadlineTime: clock.nullable(),
  decision: z.enum(['scheduled', 'cancelled']),
})

const article = z.strictObject({
  key: z.string(),
  channel: z.string(),
  title: z.string(),
  summary: z.string(),
  publisher: z.string(),
  daysAgo: z.int().nonnegative(),
  time: clock,
  views: z.int().nonnegative(),
  pinned: z.boolean(),
  cover: z.string().nullable(),
  coverAlt: z.string(),
  bodyHtml: z.string(),
  event: event.nullable(),
})

/** `config/sample/articles.json`: dates are told in days from today, so that a new house always looks alive. */
export const sampleFile = z.strictObject({ articles: z.array(article) })
export type SampleArticle = z.output<typeof article>

/** `days` after the day that holds `now`, at `HH:MM` in Shanghai. */
export function instantOn(now: number, days: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDay(now) + days * DAY_MS + (hours * 60 + minutes) * MINUTE_MS
}
