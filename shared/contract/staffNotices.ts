import { z } from 'zod'
import { DELIVERY_REASONS, DELIVERY_STATES, NOTICE_KINDS } from '../domain/notice'
import type { EndpointTable } from './endpoint'
import { audience, noticeDetail, noticeSummary, noticeValues } from './staffContent'
import { clock, id, instant, instantInput, longPageQuery, pageOf, pageQuery } from './values'

const publishers = ['editor', 'administrator'] as const
const params = z.strictObject({ id })

/** One delivery as staff see it: the member by opaque id, never by openid. */
export const staffDelivery = z.strictObject({
  id,
  noticeId: id,
  memberId: id,
  state: z.enum(DELIVERY_STATES),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  attempts: z.int().nonnegative(),
  createdAt: instant,
  sendingAt: instant.nullable(),
  settledAt: instant.nullable(),
})

/** What happened to one delivery, oldest first; `by` names staff who decided it. */
export const deliveryTimeline = z.strictObject({
  delivery: staffDelivery,
  steps: z.array(
    z.strictObject({
      at: instant,
      state: z.enum(DELIVERY_STATES),
      reason: z.enum(DELIVERY_REASONS).nullable(),
      by: z.string().nullable(),
      note: z.string(),
    }),
  ),
})

export const noticeSettings = z.strictObject({
  /** No notice begins or goes on between these clocks of Shanghai unless it may go out at night; null: never quiet. */
  quietHours: z.strictObject({ from: clock, to: clock }).nullable(),
  /** So many failed sends in a row pause a notice. */
  pauseAfterErrors: z.int().min(1).max(1000),
  /** Minutes before the start at which reminders go out. */
  reminders: z.array(z.int().min(5).max(43_200)).max(4),
})

/** The operator's page: is the queue moving, and if not, why. */
export const queueStatus = z.strictObject({
  now: instant,
  mode: z.enum(['embedded', 'grown']),
  workers: z.array(z.strictObject({ id, startedAt: instant, heartbeatAt: instant })),
  waiting: z.int().nonnegative(),
  sending: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
  /** When the oldest delivery that could be sent now became due; null when none waits. */
  oldestDueAt: instant.nullable(),
  sentLastMinute: z.int().nonnegative(),
  token: z.strictObject({ refreshedAt: instant, expiresAt: instant }).nullable(),
  quietUntil: instant.nullable(),
  /** What went wrong in the last hour, newest first. */
  lastErrors: z.array(z.strictObject({ reason: z.enum(DELIVERY_REASONS), count: z.int().positive(), lastAt: instant })),
})

/**
 * Everything staff do with notices. Besides these, `GET /api/admin/notices/{id}/stream` sends the detail as
 * server-sent events (`event: notice`) whenever it changes, and `GET /api/admin/notices/{id}/export` a CSV file.
 */
export const staffNoticeEndpoints = {
  'GET /api/admin/audience': {
    summary: 'Who would get a notice of this kind now; of an article, among those who were told of it',
    access: 'staff',
    query: z.strictObject({ kind: z.enum(NOTICE_KINDS), articleId: id.optional() }),
    response: audience,
  },
  'GET /api/admin/notices': {
    summary: 'Notices, newest first, with outcomes counted',
    access: 'staff',
    query: z.strictObject(pageQuery),
    response: pageOf(noticeSummary),
    errors: ['cursor_invalid'],
  },
  'GET /api/admin/notices/{id}': {
    summary: 'One notice with its values and outcomes by reason',
    access: 'staff',
    params: z.strictObject({ id }),
    response: noticeDetail,
    errors: ['notice_not_found'],
  },
  'POST /api/admin/notices': {
    summary: 'Decide a reminder, a change or a cancellation notice about a published event, now or at a set time',
    access: 'staff',
    roles: publishers,
    body: z.strictObject({
      articleId: id,
      kind: z.enum(['reminder', 'change', 'cancellation']),
      values: noticeValues,
      at: instantInput.nullable(),
      atNight: z.boolean(),
    }),
    response: noticeDetail,
    status: 201,
    errors: [
      'article_not_found',
      'article_not_published',
      'notice_needs_event',
      'notice_event_over',
      'notice_event_cancelled',
      'notice_event_not_cancelled',
      'notice_exists',
      'notice_nobody',
      'time_past',
    ],
  },
  'POST /api/admin/notices/{id}/pause': {
    summary: 'Hold a running notice; what is on the wire ends',
    access: 'staff',
    roles: publishers,
    params,
    response: noticeDetail,
    errors: ['notice_not_found', 'notice_move'],
  },
  'POST /api/admin/notices/{id}/resume': {
    summary: 'Go on with a paused notice',
    access: 'staff',
    roles: publishers,
    params,
    response: noticeDetail,
    errors: ['notice_not_found', 'notice_move'],
  },
  'POST /api/admin/notices/{id}/cancel': {
    summary: 'End a notice that is not over; what has not started is skipped and its grants go back',
    access: 'staff',
    roles: publishers,
    params,
    response: noticeDetail,
    errors: ['notice_not_found', 'notice_move'],
  },
  'POST /api/admin/notices/{id}/follow-up': {
    summary: 'Send the same words to those who can still get them; nobody who may have got them is told again',
    access: 'staff',
    roles: publishers,
    params,
    response: noticeDetail,
    status: 201,
    errors: ['notice_not_found', 'notice_move', 'notice_nobody', 'notice_event_over', 'notice_event_cancelled'],
  },
  'POST /api/admin/notices/{id}/settle-restored': {
    summary: 'Say what became of all deliveries that waited when the backup was made that was put back',
    access: 'staff',
    roles: publishers,
    params,
    body: z.strictObject({ outcome: z.enum(['sent', 'failed']) }),
    response: noticeDetail,
    errors: ['notice_not_found', 'notice_move'],
  },
  'GET /api/admin/notices/{id}/deliveries': {
    summary: 'Deliveries of a notice, by state or reason',
    access: 'staff',
    params,
    query: z.strictObject({
      ...longPageQuery,
      state: z.enum(DELIVERY_STATES).optional(),
      reason: z.enum(DELIVERY_REASONS).optional(),
    }),
    response: pageOf(staffDelivery),
    errors: ['notice_not_found', 'cursor_invalid'],
  },
  'GET /api/admin/deliveries/{id}': {
    summary: 'What happened to one delivery',
    access: 'staff',
    params,
    response: deliveryTimeline,
    errors: ['delivery_not_found'],
  },
  'POST /api/admin/deliveries/{id}/settle': {
    summary: 'Settle a delivery whose outcome nobody knows; audited',
    access: 'staff',
    roles: publishers,
    params,
    body: z.strictObject({ outcome: z.enum(['sent', 'failed']), note: z.string().trim().min(1).max(200) }),
    response: deliveryTimeline,
    errors: ['delivery_not_found', 'delivery_move'],
  },
  'GET /api/admin/queue': { summary: 'How the delivery engine is doing', access: 'staff', response: queueStatus },
  'GET /api/admin/settings/notices': { summary: 'Rules for notices', access: 'staff', response: noticeSettings },
  'PUT /api/admin/settings/notices': {
    summary: 'Change the rules for notices',
    access: 'staff',
    roles: ['administrator'],
    body: noticeSettings,
    response: noticeSettings,
  },
} as const satisfies EndpointTable

export type StaffDelivery = z.output<typeof staffDelivery>
export type DeliveryTimeline = z.output<typeof deliveryTimeline>
export type NoticeSettings = z.output<typeof noticeSettings>
export type QueueStatus = z.output<typeof queueStatus>
