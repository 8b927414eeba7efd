import { EntitySchema } from 'typeorm'
import type {
  DeliveryReason,
  DeliveryState,
  NoticeAudience,
  NoticeKind,
  NoticeStatus,
  PauseReason,
} from '../../../shared/domain/notice'
import { flag, instant, integer, key, longText, optionalInstant, optionalText, text } from './columns'

export interface NoticeRow {
  id: string
  articleId: string
  kind: NoticeKind
  dedupeKey: string
  templateId: string
  /** JSON of key → value */
  templateValues: string
  /** Path in the mini-program, without a leading slash. */
  page: string
  status: NoticeStatus
  haltReason: DeliveryReason | null
  scheduledAt: number | null
  preparedTo: string | null
  createdBy: string
  createdAt: number
  startedAt: number | null
  finishedAt: number | null
  audience: NoticeAudience
  /** The first notice of the chain that this one follows up. */
  followsUp: string | null
  /** Whether it also goes out in quiet hours. */
  atNight: boolean
  pauseReason: PauseReason | null
  /** Failed sends in a row. */
  errorRun: number
}

export const NoticeEntity = new EntitySchema<NoticeRow>({
  name: 'notice',
  tableName: 'notice',
  columns: {
    id: key('id'),
    articleId: text('article_id'),
    kind: text('kind'),
    dedupeKey: text('dedupe_key'),
    templateId: text('template_id'),
    templateValues: longText('template_values'),
    page: text('page'),
    status: text('status'),
    haltReason: optionalText('halt_reason'),
    scheduledAt: optionalInstant('scheduled_at'),
    preparedTo: optionalText('prepared_to'),
    createdBy: text('created_by'),
    createdAt: instant('created_at'),
    startedAt: optionalInstant('started_at'),
    finishedAt: optionalInstant('finished_at'),
    audience: { ...text('audience'), default: 'topic' },
    followsUp: optionalText('follows_up'),
    atNight: { ...flag('at_night'), default: 0 },
    pauseReason: optionalText('pause_reason'),
    errorRun: { ...integer('error_run'), default: 0 },
  },
})

export type GrantState = 'none' | 'reserved' | 'spent' | 'returned'

export interface DeliveryRow {
  id: string
  noticeId: string
  memberId: string
  templateId: string
  state: DeliveryState
  reason: DeliveryReason | null
  grantState: GrantState
  attempts: number
  tokenWaits: number
  rateWaits: number
  workerId: string | null
  notBefore: number
  openKey: string | null
  msgid: string | null
  createdAt: number
  sendingAt: number | null
  settledAt: number | null
}

export const DeliveryEntity = new EntitySchema<DeliveryRow>({
  name: 'delivery',
  tableName: 'delivery',
  columns: {
    id: key('id'),
    noticeId: text('notice_id'),
    memberId: text('member_id'),
    templateId: text('template_id'),
    state: text('state'),
    reason: optionalText('reason'),
    grantState: text('grant_state'),
    attempts: integer('attempts'),
    tokenWaits: integer('token_waits'),
    rateWaits: integer('rate_waits'),
    workerId: optionalText('worker_id'),
    notBefore: instant('not_before'),
    openKey: optionalText('open_key'),
    msgid: optionalText('msgid'),
    createdAt: instant('created_at'),
    sendingAt: optionalInstant('sending_at'),
    settledAt: optionalInstant('settled_at'),
  },
})

/** How many deliveries of a notice ended so, of those that are no longer kept as rows. */
export interface DeliveryTotalRow {
  noticeId: string
  state: DeliveryState
  reason: DeliveryReason | ''
  total: number
}

export const DeliveryTotalEntity = new EntitySchema<DeliveryTotalRow>({
  name: 'delivery_total',
  tableName: 'delivery_total',
  columns: { noticeId: key('notice_id'), state: key('state'), reason: key('reason'), total: integer('total') },
})

export interface WorkerRow {
  id: string
  startedAt: number
  heartbeatAt: number
}

export const WorkerEntity = new EntitySchema<WorkerRow>({
  name: 'worker',
  tableName: 'worker',
  columns: { id: key('id'), startedAt: instant('started_at'), heartbeatAt: instant('heartbeat_at') },
})

export interface WechatTokenRow {
  appid: string
  token: string
  generation: number
  expiresAt: number
  refreshedAt: number
  refreshingUntil: number
  /** When a refresh was last forced, and how often on that Shanghai day. */
  forcedAt: number
  forcedCount: number
}

export const WechatTokenEntity = new EntitySchema<WechatTokenRow>({
  name: 'wechat_token',
  tableName: 'wechat_token',
  columns: {
    appid: key('appid'),
    token: longText('token'),
    generation: integer('generation'),
    expiresAt: instant('expires_at'),
    refreshedAt: instant('refreshed_at'),
    refreshingUntil: instant('refreshing_until'),
    forcedAt: instant('forced_at'),
    forcedCount: integer('forced_count'),
  },
})

export interface WechatEventRow {
  dedupeKey: string
  receivedAt: number
}

export const WechatEventEntity = new EntitySchema<WechatEventRow>({
  name: 'wechat_event',
  tableName: 'wechat_event',
  columns: { dedupeKey: key('dedupe_key'), receivedAt: instant('received_at') },
})

export interface SendPaceRow {
  /** The WeChat account that the limits belong to. */
  account: string
  /** Microseconds since the epoch by the database's clock: no slot before it is still free. */
  nextSlotUs: number
  /** Nothing is sent before this instant: the day's quota is used up. */
  closedUntil: number
}

export const SendPaceEntity = new EntitySchema<SendPaceRow>({
  name: 'send_pace',
  tableName: 'send_pace',
  columns: {
    account: key('account'),
    nextSlotUs: instant('next_slot_us'),
    closedUntil: instant('closed_until'),
  },
})
