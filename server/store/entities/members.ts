import { EntitySchema } from 'typeorm'
import type { Topic } from '../../../shared/domain/topics'
import type { SubscribeAnswer } from '../../../shared/contract/alerts'
import { flag, instant, integer, key, optionalText, text } from './columns'

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
}

export const MemberSessionEntity = new EntitySchema<MemberSessionRow>({
  name: 'member_session',
  tableName: 'member_session',
  columns: {
    tokenHash: key('token_hash'),
    memberId: text('member_id'),
    createdAt: instant('created_at'),
    expiresAt: instant('expires_at'),
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
  available: number
  reserved: number
  spent: number
  updatedAt: number
}

export const GrantBalanceEntity = new EntitySchema<GrantBalanceRow>({
  name: 'grant_balance',
  tableName: 'grant_balance',
  columns: {
    memberId: key('member_id'),
    templateId: key('template_id'),
    available: integer('available'),
    reserved: integer('reserved'),
    spent: integer('spent'),
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
