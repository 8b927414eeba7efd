import { randomUUID } from 'node:crypto'
import type { Alerts, MemberSession } from '../../../shared/contract'
import type { Topic } from '../../../shared/domain/topics'
import { request } from '../../support/http'
import type { Product } from './product'

export interface PhoneNotice {
  title: string
  rows: { label: string; value: string }[]
}

/** A member with a phone of the sandbox, without a screen: what they do is told as the mini-program tells it. */
export interface Member {
  phoneId: string
  /** Says yes in WeChat's dialog: one grant each, and the topics are on. */
  accept(...topics: Topic[]): Promise<void>
  /** Turns a topic on without a grant. */
  turnOn(topic: Topic): Promise<void>
  notices(): Promise<PhoneNotice[]>
}

export async function newMember({ url }: Pick<Product, 'url'>): Promise<Member> {
  const post = async <T>(path: string, json: object, headers = {}) =>
    (await request<T>(`${url}${path}`, 'POST', { json, headers })).body
  const { phoneId } = await post<{ phoneId: string }>('/sandbox/api/phones', {})
  const { code } = await post<{ code: string }>(`/sandbox/api/phones/${phoneId}/login-code`, {})
  const { token } = await post<MemberSession>('/api/session', { code })
  const headers = { authorization: `Bearer ${token}` }
  const { body: alerts } = await request<Alerts>(`${url}/api/alerts`, 'GET', { headers })
  const templateOf = (topic: Topic): string => alerts.topics.find((entry) => entry.topic === topic)?.template.id ?? ''

  return {
    phoneId,
    async accept(...topics) {
      const ids = topics.map(templateOf)
      await post(`/sandbox/api/phones/${phoneId}/subscribe`, {
        answers: Object.fromEntries(ids.map((id) => [id, 'accept'])),
      })
      const answers = ids.map((templateId) => ({ templateId, answer: 'accept' }))
      await post('/api/alerts/answers', { requestId: randomUUID(), answers }, headers)
    },
    async turnOn(topic) {
      await request(`${url}/api/alerts/topics/${topic}`, 'PUT', { headers, json: { subscribed: true } })
    },
    async notices() {
      const { body } = await request<{ notices: PhoneNotice[] }>(`${url}/sandbox/api/phones/${phoneId}/notices`)
      return body.notices
    },
  }
}
