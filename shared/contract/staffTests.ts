import { z } from 'zod'
import { DELIVERY_REASONS, DELIVERY_STATES, NOTICE_KINDS } from '../domain/notice'
import { TEST_WAITS } from '../domain/noticeTest'
import type { EndpointTable } from './endpoint'
import { noticeValues } from './staffContent'
import { id, instant } from './values'

const publishers = ['editor', 'administrator'] as const
const params = z.strictObject({ id })

/** A notice that was sent to its author alone, before it goes to members. */
export const noticeTest = z.strictObject({
  id,
  kind: z.enum(NOTICE_KINDS),
  state: z.enum(DELIVERY_STATES),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  /** Why it has not gone out yet; null when nothing holds it, or when it has. */
  waits: z.enum(TEST_WAITS).nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
})

/** Send to me first: one delivery to the bound WeChat identity of who asks, in no audience and in no figure. */
export const staffTestEndpoints = {
  'GET /api/admin/notice-tests': {
    summary: 'My last tests, newest first',
    access: 'staff',
    roles: publishers,
    response: z.strictObject({ items: z.array(noticeTest) }),
  },
  'POST /api/admin/notice-tests': {
    summary: 'Send these very words to my own WeChat',
    access: 'staff',
    roles: publishers,
    body: z.strictObject({ articleId: id, kind: z.enum(NOTICE_KINDS), values: noticeValues }),
    response: noticeTest,
    status: 201,
    errors: ['article_not_found', 'binding_missing', 'test_no_grant', 'test_open', 'too_many_requests'],
  },
  'GET /api/admin/notice-tests/{id}': {
    summary: 'What became of one of my tests',
    access: 'staff',
    roles: publishers,
    params,
    response: noticeTest,
    errors: ['test_not_found'],
  },
  'POST /api/admin/notice-tests/{id}/cancel': {
    summary: 'Give up a test that has not gone out; its grant goes back',
    access: 'staff',
    roles: publishers,
    params,
    response: noticeTest,
    errors: ['test_not_found', 'test_move'],
  },
  'POST /api/admin/notice-tests/{id}/settle': {
    summary: 'Say whether a test of unknown outcome has arrived: its author has the phone in hand',
    access: 'staff',
    roles: publishers,
    params,
    body: z.strictObject({ arrived: z.boolean() }),
    response: noticeTest,
    errors: ['test_not_found', 'test_move'],
  },
} as const satisfies EndpointTable

export type NoticeTest = z.output<typeof noticeTest>
