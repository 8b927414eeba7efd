import type { SubscribeAnswer } from '../../../shared/contract'
import type { NoticeKind } from '../../../shared/domain/notice'
import type { TemplateKind, Topic } from '../../../shared/domain/topics'

/** A WeChat template that the association uses, by what it is for. */
export interface AlertTemplate {
  kind: TemplateKind
  /** WeChat's template id. */
  id: string
}

/** One answer of the subscribe dialog, with the topic that its template belongs to. */
export interface TopicAnswer {
  templateId: string
  topic: Topic
  answer: SubscribeAnswer
  /** The same key again has no effect. At most 128 characters. */
  requestKey: string
}

export interface MemberAlerts {
  subscribed: ReadonlySet<Topic>
  /** Grants by template id that no delivery has reserved or spent. */
  available: ReadonlyMap<string, number>
}

export interface Answers {
  source: 'app' | 'wechat'
  answers: TopicAnswer[]
  /** Milliseconds since the epoch. */
  now: number
  /** An accept that the other teller told since then is the same accept. */
  matchSince: number
}

/** What members want to be told about, and what they permit. Every writing method is one transaction. */
export interface AlertStore {
  ofMember(memberId: string): Promise<MemberAlerts>
  /** The member of an openid, or null. */
  memberOf(openid: string): Promise<string | null>
  recordAnswers(memberId: string, answers: Answers): Promise<void>
  setTopic(memberId: string, topic: Topic, subscribed: boolean, now: number): Promise<void>
  /** The member unsubscribed in WeChat itself: topics off, free grants gone. Reserved ones stay: the send will tell. */
  recordUnsubscribed(memberId: string, answers: TopicAnswer[], now: number): Promise<void>
}

export interface StoredReceived {
  /** Of the delivery. */
  id: string
  kind: NoticeKind
  articleId: string
  /** Null: members can no longer read it. */
  publicTitle: string | null
  templateId: string
  values: Record<string, string>
  isKnown: boolean
  /** Milliseconds since the epoch. */
  at: number
}

export interface ReceivedStore {
  /** What was sent or may have been sent to a member, newest first, from below `before` (an id) on. */
  received(memberId: string, before: string | null, limit: number): Promise<StoredReceived[]>
}
