import { z } from 'zod'
import { TOPICS } from '../domain/topics'
import { previewEndpoints } from './articlePreview'
import { bindingEndpoints } from './binding'
import { alerts, memberSession, subscribeAnswers } from './alerts'
import { articleDetail, articlePage, articleSurroundings, channelNode, contactCard, eventMonth, home } from './content'
import type { EndpointTable } from './endpoint'
import { calendarLink, eventReminder, me, memberExport, receivedPage } from './me'
import { searchPage, searchQuery, searchSuggestions, SEARCH_LENGTH } from './search'
import { id, month, pageQuery, slug } from './values'

/** Everything the mini-program calls. */
export const memberEndpoints = {
  ...previewEndpoints,
  ...bindingEndpoints,
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
  'GET /api/articles/{id}/surroundings': {
    summary: 'The next older and next newer article of the channel, and related ones',
    access: 'none',
    params: z.strictObject({ id }),
    response: articleSurroundings,
    errors: ['article_not_found'],
  },
  'GET /api/events/months/{month}': {
    summary: 'Published events of a month, for the calendar',
    access: 'none',
    params: z.strictObject({ month }),
    response: eventMonth,
  },
  'GET /api/search': {
    summary: 'Published articles by words of title, body and venue, best first',
    access: 'none',
    query: searchQuery,
    response: searchPage,
    errors: ['channel_not_found', 'cursor_invalid'],
  },
  'GET /api/search/suggestions': {
    summary: 'Titles that begin with or contain what was typed so far, and the years to filter by',
    access: 'none',
    query: z.strictObject({ q: z.string().trim().max(SEARCH_LENGTH).default('') }),
    response: searchSuggestions,
  },
  'GET /api/prefetch': {
    summary: "The first screen for WeChat's data pre-fetch, which calls with parameters of its own",
    access: 'none',
    query: z.looseObject({}),
    response: home,
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
  'GET /api/alerts/received': {
    summary: 'Notices that went to this member, newest first',
    access: 'member',
    query: z.strictObject(pageQuery),
    response: receivedPage,
    errors: ['cursor_invalid'],
  },
  'GET /api/articles/{id}/reminder': {
    summary: 'Whether this member is reminded of this event',
    access: 'member',
    params: z.strictObject({ id }),
    response: eventReminder,
    errors: ['article_not_found', 'notice_needs_event'],
  },
  'PUT /api/articles/{id}/reminder': {
    summary: 'Be reminded of this event, or not',
    access: 'member',
    params: z.strictObject({ id }),
    body: z.strictObject({ on: z.boolean() }),
    response: eventReminder,
    errors: ['article_not_found', 'notice_needs_event', 'notice_event_over'],
  },
  'GET /api/articles/{id}/calendar-link': {
    summary: "A signed path for an entry of the phone's calendar that leads back to the event",
    access: 'member',
    params: z.strictObject({ id }),
    response: calendarLink,
    errors: ['article_not_found', 'notice_needs_event', 'session_key_missing'],
  },
  'GET /api/me': { summary: 'What is kept about the member', access: 'member', response: me },
  'PUT /api/me/consent': {
    summary: 'Agree to a version of the privacy notice, or withdraw',
    access: 'member',
    body: z.strictObject({ version: z.string().min(1).max(32), agreed: z.boolean() }),
    response: me,
    errors: ['consent_version'],
  },
  'GET /api/me/export': {
    summary: 'Everything that is kept about the member',
    access: 'member',
    response: memberExport,
  },
  'DELETE /api/me': {
    summary: 'Erase the member: nothing that names them stays, what was not sent is not sent',
    access: 'member',
    response: z.strictObject({}),
  },
} as const satisfies EndpointTable
