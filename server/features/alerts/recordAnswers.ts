import { createHash } from 'node:crypto'
import type { SubscribeAnswer } from '../../../shared/contract'
import { MINUTE_MS } from '../../../shared/domain/time'
import { AppError } from '../../kernel/errors'
import type { Clock } from '../../kernel/clock'
import type { AlertStore, AlertTemplate, TopicAnswer } from './ports'
import { topicOf } from './templates'

/**
 * Each accept is told twice, by the app and by WeChat's popup event, in either order. Two accepts by one teller are
 * two grants; an accept that the other teller told within this time is the same one.
 */
const SAME_ACCEPT_MS = 10 * MINUTE_MS

export interface DialogAnswer {
  templateId: string
  answer: SubscribeAnswer
}

export interface AlertPorts {
  store: AlertStore
  templates: readonly AlertTemplate[]
  clock: Clock
}

/**
 * The app tells what the member answered. The same `requestId` again changes nothing.
 * @throws AppError template_unknown, and then nothing is recorded
 */
export const recordAppAnswers =
  ({ store, templates, clock }: AlertPorts) =>
  async (command: { memberId: string; requestId: string; answers: DialogAnswer[] }): Promise<void> => {
    const { memberId, requestId } = command
    const answers = command.answers.map(({ templateId, answer }): TopicAnswer => {
      const topic = topicOf(templates, templateId)
      if (topic === null) throw new AppError('template_unknown')
      return { templateId, topic, answer, requestKey: `${memberId}:${requestId}:${templateId}` }
    })
    const now = clock.now()
    await store.recordAnswers(memberId, { source: 'app', answers, now, matchSince: now - SAME_ACCEPT_MS })
  }

/** Event keys are of any length; the column is not. */
const eventRequestKey = (eventKey: string, templateId: string): string =>
  `wechat:${createHash('sha256').update(`${eventKey}\n${templateId}`).digest('hex')}`

const knownAnswers = (templates: readonly AlertTemplate[], answers: DialogAnswer[], eventKey: string): TopicAnswer[] =>
  answers.flatMap(({ templateId, answer }) => {
    const topic = topicOf(templates, templateId)
    return topic === null ? [] : [{ templateId, topic, answer, requestKey: eventRequestKey(eventKey, templateId) }]
  })

/**
 * What WeChat's own events tell of the dialog and of its settings. Resolves to false when the openid is no member's
 * or the templates are not ours: nothing to do. The same `eventKey` again changes nothing.
 */
export const createGrantEvents = ({ store, templates, clock }: AlertPorts) => ({
  /** `subscribe_msg_popup_event` */
  async recordAnswers(openid: string, given: DialogAnswer[], eventKey: string): Promise<boolean> {
    const answers = knownAnswers(templates, given, eventKey)
    const memberId = answers.length === 0 ? null : await store.memberOf(openid)
    if (memberId === null) return false
    const now = clock.now()
    await store.recordAnswers(memberId, { source: 'wechat', answers, now, matchSince: now - SAME_ACCEPT_MS })
    return true
  },

  /** `subscribe_msg_change_event`, which comes only when a member unsubscribes in WeChat's settings. */
  async recordUnsubscribed(openid: string, templateIds: string[], eventKey: string): Promise<boolean> {
    const given = templateIds.map((templateId): DialogAnswer => ({ templateId, answer: 'reject' }))
    const answers = knownAnswers(templates, given, eventKey)
    const memberId = answers.length === 0 ? null : await store.memberOf(openid)
    if (memberId === null) return false
    await store.recordUnsubscribed(memberId, answers, clock.now())
    return true
  },
})

export type GrantEvents = ReturnType<typeof createGrantEvents>
