/** Statuses of notices and deliveries and the only moves between them. Every writer asks these tables. */
export const NOTICE_KINDS = ['preview', 'reminder', 'change', 'cancellation'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/**
 * Whom a notice is for: `topic` every subscriber of its topic; `told` those of them who were told of the event before;
 * `follow_up` those of either who have not got its words and still can; `self` its author alone, as a test.
 */
export const NOTICE_AUDIENCES = ['topic', 'told', 'follow_up', 'self'] as const
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number]

export const AUDIENCE_OF_NOTICE: Record<NoticeKind, 'topic' | 'told'> = {
  preview: 'topic',
  reminder: 'told',
  change: 'told',
  cancellation: 'told',
}

export const NOTICE_STATUSES = [
  'draft',
  'scheduled',
  'preparing',
  'running',
  'paused',
  'finished',
  'cancelled',
  'halted',
] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

const NOTICE_MOVES: Record<NoticeStatus, readonly NoticeStatus[]> = {
  draft: ['scheduled', 'preparing', 'cancelled'],
  scheduled: ['preparing', 'cancelled'],
  preparing: ['running', 'cancelled'],
  running: ['paused', 'finished', 'cancelled', 'halted'],
  paused: ['running', 'cancelled'],
  finished: [],
  cancelled: [],
  halted: [],
}

/**
 * Why a notice waits: staff said so, or a run of errors did; or it was set for later when the backup was made that was put
 * back, and is a draft until staff say so again.
 */
export const PAUSE_REASONS = ['staff', 'errors', 'restored'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

export const canMoveNotice = (from: NoticeStatus, to: NoticeStatus): boolean => NOTICE_MOVES[from].includes(to)
export const isNoticeOver = (status: NoticeStatus): boolean => NOTICE_MOVES[status].length === 0
export const noticeStatusesBefore = (to: NoticeStatus): NoticeStatus[] =>
  NOTICE_STATUSES.filter((from) => canMoveNotice(from, to))

export const DELIVERY_STATES = [
  'pending',
  'sending',
  'sent',
  'rejected',
  'failed',
  'unknown',
  'unconfirmed',
  'skipped',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

const DELIVERY_MOVES: Record<DeliveryState, readonly DeliveryState[]> = {
  pending: ['sending', 'skipped'],
  // back to `pending` only when it is certain that nothing was sent
  sending: ['pending', 'sent', 'rejected', 'failed', 'unknown', 'skipped'],
  unknown: ['sent', 'failed', 'unconfirmed'],
  // an accepted delivery fails only by WeChat's own sent-event
  sent: ['failed'],
  unconfirmed: ['sent', 'failed'],
  rejected: [],
  failed: [],
  skipped: [],
}

export const canMoveDelivery = (from: DeliveryState, to: DeliveryState): boolean => DELIVERY_MOVES[from].includes(to)

export const DELIVERY_REASONS = [
  'accepted',
  'confirmed',
  'not_subscribed',
  'invalid_openid',
  'template_invalid',
  'page_invalid',
  'value_invalid',
  'banned',
  'no_grant',
  'unsubscribed',
  'erased',
  'notice_cancelled',
  'notice_halted',
  'budget_spent',
  'content_refused',
  'no_answer',
  'garbled_answer',
  'system_busy',
  'worker_lost',
  'wechat_failed',
  'staff_decision',
  'no_event_72h',
  'restored',
] as const
/** Why a delivery is where it is; words in `shared/phrases`. */
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

export type DeliveryCounts = Record<DeliveryState, number>

export interface NoticeProgress {
  total: number
  done: number
  reached: number
  notReached: number
  open: number
  uncertain: number
}

/** What staff see of a notice, from its rows alone. */
export function noticeProgress(counts: DeliveryCounts): NoticeProgress {
  const total = DELIVERY_STATES.reduce((sum, state) => sum + counts[state], 0)
  const open = counts.pending + counts.sending
  const uncertain = counts.unknown + counts.unconfirmed
  const notReached = counts.rejected + counts.failed + counts.skipped
  return { total, done: total - open, reached: counts.sent, notReached, open, uncertain }
}

export const emptyCounts = (): DeliveryCounts =>
  Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])) as DeliveryCounts
