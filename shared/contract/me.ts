import { z } from 'zod'
import { DELIVERY_STATES, NOTICE_KINDS } from '../domain/notice'
import { TOPICS } from '../domain/topics'
import { subscribeAnswer } from './alerts'
import { id, instant, pageOf } from './values'

/** Version of the consent text in force, such as `2026-11-01`, and what this member agreed to. */
export const consent = z.strictObject({
  current: z.string(),
  given: z.strictObject({ version: z.string(), at: instant }).nullable(),
})

/** What is kept about the member, in numbers; the openid is never told, only that it is kept. */
export const me = z.strictObject({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  consent,
  stored: z.strictObject({
    topics: z.int().nonnegative(),
    answers: z.int().nonnegative(),
    deliveries: z.int().nonnegative(),
    eventChoices: z.int().nonnegative(),
    sessions: z.int().nonnegative(),
  }),
})

/** Everything that is kept about the member, for them to keep. */
export const memberExport = z.strictObject({
  exportedAt: instant,
  member: z.strictObject({ id, createdAt: instant, lastSeenAt: instant }),
  consents: z.array(z.strictObject({ version: z.string(), givenAt: instant, withdrawnAt: instant.nullable() })),
  topics: z.array(z.strictObject({ topic: z.enum(TOPICS), subscribed: z.boolean(), updatedAt: instant })),
  grants: z.array(z.strictObject({ templateId: z.string(), available: z.int(), updatedAt: instant })),
  answers: z.array(z.strictObject({ templateId: z.string(), answer: subscribeAnswer, at: instant })),
  eventChoices: z.array(z.strictObject({ articleId: id, remind: z.boolean(), updatedAt: instant })),
  deliveries: z.array(
    z.strictObject({
      noticeId: id,
      kind: z.enum(NOTICE_KINDS),
      /** Null: a test that staff sent to themselves. */
      articleId: id.nullable(),
      state: z.enum(DELIVERY_STATES),
      createdAt: instant,
      sendingAt: instant.nullable(),
      settledAt: instant.nullable(),
    }),
  ),
  sessions: z.array(z.strictObject({ createdAt: instant, expiresAt: instant })),
  /** The staff account that this member is bound to, by its name. */
  bindings: z.array(z.strictObject({ staff: z.string(), boundAt: instant })),
})

/** A notice that went to this member; `article` is null once the article is no longer public. */
export const receivedNotice = z.strictObject({
  id,
  kind: z.enum(NOTICE_KINDS),
  title: z.string(),
  article: z.strictObject({ id }).nullable(),
  /** `unknown`: WeChat did not say whether it arrived. */
  state: z.enum(['sent', 'unknown']),
  at: instant,
})

export const receivedPage = pageOf(receivedNotice)

/**
 * Whether this member is reminded of one event. Until the member decides for the event, `on` follows from the topic, and
 * from whether they were told of the event at all.
 */
export const eventReminder = z.strictObject({
  on: z.boolean(),
  decided: z.boolean(),
  /** Grants left for reminders; without one, none can be sent. */
  remaining: z.int().nonnegative(),
  template: z.strictObject({ id: z.string() }),
})

/** Base library 3.7.6: what `wx.addPhoneCalendar` wants for an entry that leads back to the article. */
export const calendarLink = z.strictObject({ path: z.string(), signature: z.string() })

export type Me = z.output<typeof me>
export type MemberExport = z.output<typeof memberExport>
export type ReceivedNotice = z.output<typeof receivedNotice>
export type ReceivedPage = z.output<typeof receivedPage>
export type EventReminder = z.output<typeof eventReminder>
export type CalendarLink = z.output<typeof calendarLink>
