import { z } from 'zod'
import { REVIEW_STEPS, REVIEW_TEXT_MAX } from '../domain/review'
import { channelRef } from './content'
import type { EndpointTable } from './endpoint'
import { staffArticle } from './staffContent'
import { id, instant } from './values'

const text = z.string().trim().max(REVIEW_TEXT_MAX)

export const reviewSettings = z.strictObject({
  /** Nobody publishes what they wrote last themselves. */
  fourEyes: z.boolean(),
})

export const reviewQueue = z.strictObject({
  /** Articles that wait for somebody who may publish. */
  waiting: z.int().nonnegative(),
  /** Those that have waited longest, at most five. */
  first: z.array(
    z.strictObject({
      id,
      title: z.string(),
      channel: channelRef,
      submittedAt: instant,
      submittedBy: z.string(),
      text: z.string(),
    }),
  ),
  /** Articles of who asks that were returned to them. */
  returned: z.int().nonnegative(),
})

export const staffReviewEndpoints = {
  'GET /api/admin/reviews': {
    summary: 'What waits for review, and how many of one’s own articles were returned',
    access: 'staff',
    response: reviewQueue,
  },
  'POST /api/admin/articles/{id}/review': {
    summary: 'Submit, take back, comment, approve or return an article; refused when it changed or somebody was faster',
    access: 'staff',
    params: z.strictObject({ id }),
    body: z.strictObject({
      /** The version that was looked at. */
      version: z.int().positive(),
      kind: z.enum(REVIEW_STEPS),
      /** A comment and a return need words. */
      text: text.default(''),
    }),
    response: staffArticle,
    errors: [
      'article_not_found',
      'article_binned',
      'article_changed',
      'article_published',
      'review_changed',
      'review_own',
      'role_forbidden',
    ],
  },
  'GET /api/admin/settings/review': { summary: 'Rules for review', access: 'staff', response: reviewSettings },
  'PUT /api/admin/settings/review': {
    summary: 'Change the rules for review',
    access: 'staff',
    roles: ['administrator'],
    body: reviewSettings,
    response: reviewSettings,
  },
} as const satisfies EndpointTable

export type ReviewSettings = z.output<typeof reviewSettings>
export type ReviewQueue = z.output<typeof reviewQueue>
