import { z } from 'zod'
import { TOPICS } from '../domain/topics'
import { alerts, memberSession, subscribeAnswers } from './alerts'
import { articleDetail, articlePage, channelNode, contactCard, home } from './content'
import type { EndpointTable } from './endpoint'
import { id, pageQuery, slug } from './values'

/** Everything the mini-program calls. */
export const memberEndpoints = {
  'GET /api/home': {
    summary: 'Everything of the first screen in one answer',
    access: 'none',
    response: home,
  },
  'GET /api/channels': {
    summary: 'The channel tree',
    access: 'none',
    response: z.strictObject({ channels: z.array(channelNode) }),
  },
  'GET /api/channels/{slug}/articles': {
    summary: 'Published articles of a channel (a group: of all channels in it), pinned first, then newest first',
    access: 'none',
    params: z.strictObject({ slug }),
    query: z.strictObject(pageQuery),
    response: articlePage,
    errors: ['channel_not_found', 'cursor_invalid'],
  },
  'GET /api/articles/{id}': {
    summary: 'One published article with its body',
    access: 'none',
    params: z.strictObject({ id }),
    response: articleDetail,
    errors: ['article_not_found'],
  },
  'POST /api/articles/{id}/views': {
    summary: 'Count one opening of an article; the same opening counts once',
    access: 'none',
    params: z.strictObject({ id }),
    body: z.strictObject({ opening: z.uuid() }),
    response: z.strictObject({ views: z.int().nonnegative() }),
    errors: ['article_not_found'],
  },
  'GET /api/contact': {
    summary: 'The contact card, with "open now" for Asia/Shanghai',
    access: 'none',
    response: contactCard,
  },
  'POST /api/session': {
    summary: 'Exchange a login code of the mini-program for a session',
    access: 'none',
    body: z.strictObject({ code: z.string().min(1).max(128) }),
    response: memberSession,
    status: 201,
    errors: ['login_code_invalid', 'login_refused', 'wechat_busy', 'wechat_unavailable'],
  },
  'GET /api/alerts': {
    summary: 'What the member is told about, and the remaining grants',
    access: 'member',
    response: alerts,
  },
  'POST /api/alerts/answers': {
    summary: 'Record what the member answered in the subscribe dialog',
    access: 'member',
    body: subscribeAnswers,
    response: alerts,
    errors: ['template_unknown'],
  },
  'PUT /api/alerts/topics/{topic}': {
    summary: 'Turn a topic on or off; grants stay',
    access: 'member',
    params: z.strictObject({ topic: z.enum(TOPICS) }),
    body: z.strictObject({ subscribed: z.boolean() }),
    response: alerts,
  },
} as const satisfies EndpointTable
