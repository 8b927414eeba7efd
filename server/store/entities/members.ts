import { EntitySchema } from 'typeorm'
import type { Topic } from '../../../shared/domain/topics'
import type { SubscribeAnswer } from '../../../shared/contract/alerts'
import { flag, instant, integer, key, optionalInstant, optionalText, text } from './columns'

export interface MemberRow {
  id: string
  openid: string
  createdAt: number
  lastSeenAt: number
}

export const MemberEntity = new EntitySchema<MemberRow>({
  name: 'member',
  tableName: 'member',
  columns: {
    id: key('id'),
    openid: text('openid'),
    createdAt: instant('created_at'),
    lastSeenAt: instant('last_seen_at'),
  },
})

export interface MemberSessionRow {
  tokenHash: string
  memberId: string
  createdAt: number
  expiresAt: number
  /** WeChat's session_key, sealed; null: none is known. */
  sessionKey: string | null
}

export const MemberSessionEntity = new EntitySchema<MemberSessionRow>({
  name: 'member_session',
  tableName: 'member_session',
  columns: {
    tokenHash: key('token_hash'),
    memberId: text('member_id'),
    createdAt: instant('created_at'),
    expiresAt: instant('expires_at'),
    sessionKey: optionalText('session_key'),
  },
})

export interface MemberTopicRow {
  memberId: string
  topic: Topic
  subscribed: boolean
  updatedAt: number
}

export const MemberTopicEntity = new EntitySchema<MemberTopicRow>({
  name: 'member_topic',
  tableName: 'member_topic',
  columns: {
    memberId: key('member_id'),
    topic: key('topic'),
    subscribed: flag('subscribed'),
    updatedAt: instant('updated_at'),
  },
})

export interface GrantBalanceRow {
  memberId: string
  templateId: string
  /** Grants that no delivery has reserved or spent: `delivery.grant_state` says where the others are. */
  available: number
  updatedAt: number
}

export const GrantBalanceEntity = new EntitySchema<GrantBalanceRow>({
  name: 'grant_balance',
  tableName: 'grant_balance',
  columns: {
    memberId: key('member_id'),
    templateId: key('template_id'),
    available: integer('available'),
    updatedAt: instant('updated_at'),
  },
})

export interface GrantAnswerRow {
  id: string
  memberId: string
  templateId: string
  answer: SubscribeAnswer
  source: 'app' | 'wechat'
  matched: boolean
  requestKey: string | null
  at: number
}

export const GrantAnswerEntity = new EntitySchema<GrantAnswerRow>({
  name: 'grant_answer',
  tableName: 'grant_answer',
  columns: {
    id: key('id'),
    memberId: text('member_id'),
    templateId: text('template_id'),
    answer: text('answer'),
    source: text('source'),
    matched: flag('matched'),
    requestKey: optionalText('request_key'),
    at: instant('at'),
  },
})

export interface MemberConsentRow {
  id: string
  memberId: string
  /** Of the privacy notice. */
  version: string
  givenAt: number
  withdrawnAt: number | null
}

export const MemberConsentEntity = new EntitySchema<MemberConsentRow>({
  name: 'member_consent',
  tableName: 'member_consent',
  columns: {
    id: key('id'),
    memberId: text('member_id'),
    version: text('version'),
    givenAt: instant('given_at'),
    withdrawnAt: optionalInstant('withdrawn_at'),
  },
})

export interface MemberEventChoiceRow {
  memberId: string
  articleId: string
  remind: boolean
  updatedAt: number
}

export const MemberEventChoiceEntity = new EntitySchema<MemberEventChoiceRow>({
  name: 'member_event_choice',
  tableName: 'member_event_choice',
  columns: {
    memberId: key('member_id'),
    articleId: key('article_id'),
    remind: flag('remind'),
    updatedAt: instant('updated_at'),
  },
})
