import { z } from 'zod'
import { EVENT_DECISIONS } from '../domain/event'
import { NOTICE_KINDS, NOTICE_STATUSES } from '../domain/notice'
import type { EndpointTable } from './endpoint'
import { id, instant, month } from './values'

const article = z.strictObject({ id, title: z.string() })

/** What stands on one day of the staff's calendar; `at` is when it begins. */
export const calendarEntry = z.discriminatedUnion('what', [
  /** An article that came out. */
  z.strictObject({ what: z.literal('published'), at: instant, article }),
  /** An article that is set to come out. */
  z.strictObject({ what: z.literal('scheduled'), at: instant, article }),
  /** An article that is set to be withdrawn. */
  z.strictObject({ what: z.literal('withdrawal'), at: instant, article }),
  /** An event, also one that is not published yet. */
  z.strictObject({
    what: z.literal('event'),
    at: instant,
    endsAt: instant,
    article,
    decision: z.enum(EVENT_DECISIONS),
    published: z.boolean(),
  }),
  /** A notice: when it is to begin, or began. */
  z.strictObject({
    what: z.literal('notice'),
    at: instant,
    article,
    notice: z.strictObject({ id, kind: z.enum(NOTICE_KINDS), status: z.enum(NOTICE_STATUSES) }),
  }),
])

export const staffCalendar = z.strictObject({
  /** `YYYY-MM`. */
  month,
  entries: z.array(calendarEntry),
  /** Whether there is more than the list holds. */
  cut: z.boolean(),
  now: instant,
})

export const staffCalendarEndpoints = {
  'GET /api/admin/calendar': {
    summary: 'What is planned, published and to be sent in a month of Shanghai, by time',
    access: 'staff',
    query: z.strictObject({ month }),
    response: staffCalendar,
  },
} as const satisfies EndpointTable

export type StaffCalendar = z.output<typeof staffCalendar>
export type CalendarEntry = z.output<typeof calendarEntry>
