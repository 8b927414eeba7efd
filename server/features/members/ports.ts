import type { SubscribeAnswer } from '../../../shared/contract'
import type { DeliveryState, NoticeKind } from '../../../shared/domain/notice'
import type { Topic } from '../../../shared/domain/topics'

/** Who stands behind a login code. Neither the openid nor the session key ever leaves the server. */
export interface LoginProvider {
  /**
   * Exchanges a code of `wx.login`, which is good for one exchange.
   * @throws AppError login_code_invalid, login_refused, wechat_busy, wechat_unavailable
   */
  exchange(code: string): Promise<{ openid: string; sessionKey: string }>
}

export interface NewSession {
  openid: string
  tokenHash: string
  /** WeChat's session key, sealed. */
  sealedKey: string
  /** Milliseconds since the epoch. */
  now: number
  expiresAt: number
}

export interface Members {
  /** Finds or makes the member of this openid and keeps a session for them, all in one transaction. */
  openSession(session: NewSession): Promise<{ memberId: string }>
}

export interface StoredMember {
  id: string
  createdAt: number
  lastSeenAt: number
}

export interface StoredConsent {
  version: string
  givenAt: number
  /** Null: it holds. */
  withdrawnAt: number | null
}

export interface StoredCounts {
  topics: number
  answers: number
  deliveries: number
  eventChoices: number
  sessions: number
}

/** Every row that is kept about a member. Instants in milliseconds since the epoch. */
export interface StoredRows {
  member: StoredMember
  consents: StoredConsent[]
  topics: { topic: Topic; subscribed: boolean; updatedAt: number }[]
  grants: { templateId: string; available: number; updatedAt: number }[]
  answers: { templateId: string; answer: SubscribeAnswer; at: number }[]
  eventChoices: { articleId: string; remind: boolean; updatedAt: number }[]
  deliveries: {
    noticeId: string
    kind: NoticeKind
    /** Null: a test that staff sent to themselves. */
    articleId: string | null
    state: DeliveryState
    createdAt: number
    sendingAt: number | null
    settledAt: number | null
  }[]
  sessions: { createdAt: number; expiresAt: number }[]
  /** The staff account, by its name, whose holder this member is. */
  bindings: { staff: string; boundAt: number }[]
}

/** What is kept about a member, for them to see. Null when the member is gone. */
export interface MemberRecords {
  overview(
    memberId: string,
  ): Promise<{ member: StoredMember; consent: StoredConsent | null; stored: StoredCounts } | null>
  everything(memberId: string): Promise<StoredRows | null>
}

/** Each is one transaction, and false when the member is gone. */
export interface Consents {
  /** Keeps one row a version that holds; what was agreed to before ends with it. */
  agree(memberId: string, version: string, now: number): Promise<boolean>
  /** Ends what holds and turns every topic and every event's reminder off: nothing is sent on its ground any more. */
  withdraw(memberId: string, now: number): Promise<boolean>
}

export interface MemberErasure {
  /**
   * Stops what was not sent and removes every row that names the member, in one transaction. False when nobody of this
   * id, or of this openid, is known.
   */
  erase(who: { memberId: string } | { openid: string }, now: number): Promise<boolean>
}
