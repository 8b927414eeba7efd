import { z } from 'zod'
import { TEMPLATE_KINDS, TOPICS } from '../domain/topics'

export const alertTopic = z.strictObject({
  topic: z.enum(TOPICS),
  title: z.string(),
  description: z.string(),
  subscribed: z.boolean(),
  template: z.strictObject({ kind: z.enum(TEMPLATE_KINDS), id: z.string() }),
  /** Grants that no delivery has reserved or spent: how many more notices this member can get. */
  remaining: z.int().nonnegative(),
})

export const alerts = z.strictObject({ topics: z.array(alertTopic) })

/** What `wx.requestSubscribeMessage` said of one template. */
export const subscribeAnswer = z.enum(['accept', 'reject', 'ban', 'filter'])

/** One opening of the subscribe dialog. The same `requestId` again has no further effect. */
export const subscribeAnswers = z.strictObject({
  requestId: z.uuid(),
  answers: z
    .array(z.strictObject({ templateId: z.string().min(1).max(64), answer: subscribeAnswer }))
    .min(1)
    .max(5),
})

export const memberSession = z.strictObject({
  token: z.string(),
  /** Opaque; the openid stays on the server. */
  member: z.strictObject({ id: z.string() }),
})

export type Alerts = z.output<typeof alerts>
export type AlertTopic = z.output<typeof alertTopic>
export type SubscribeAnswer = z.output<typeof subscribeAnswer>
export type MemberSession = z.output<typeof memberSession>
