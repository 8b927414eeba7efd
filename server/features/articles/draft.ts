import type { z } from 'zod'
import type { ChannelNode } from '../../../shared/contract'
import type { articleInput } from '../../../shared/contract/staffContent'
import { checkEventTimes } from '../../../shared/domain/event'
import { AppError, invalidFields, type FieldProblem } from '../../kernel/errors'
import { toBlocks, isEmptyBody, summaryOf } from './body/blocks'
import { picturesIn, sanitiseBody } from './body/sanitise'
import type { ChannelTree, StoredEvent } from './ports'
import type { ArticleContent, StaffArticles } from './portsStaff'

export type ArticleDraft = z.output<typeof articleInput>

type Problems = Record<string, FieldProblem>

const toEvent = ({ startsAt, endsAt, signupDeadline, ...event }: NonNullable<ArticleDraft['event']>): StoredEvent => ({
  ...event,
  startsAt: Date.parse(startsAt),
  endsAt: Date.parse(endsAt),
  signupDeadline: signupDeadline === null ? null : Date.parse(signupDeadline),
})

export function channelOf(tree: ChannelNode[], slug: string): Omit<ChannelNode, 'children'> {
  const channel = tree.flatMap((node) => [node, ...node.children]).find((node) => node.slug === slug)
  if (channel === undefined) throw new AppError('channel_not_found')
  return channel
}

export function eventProblems(event: StoredEvent | null): Problems {
  const problems = event === null ? [] : checkEventTimes(event)
  return Object.fromEntries(problems.map(({ field, code }) => [`event.${field}`, { code }]))
}

/** What keeps an article from members' eyes: no body, an event without its times. */
export function publishProblems(kind: ChannelNode['kind'], bodyHtml: string, event: StoredEvent | null): Problems {
  return {
    ...(kind === 'events' && event === null ? { event: { code: 'event_required' } as const } : {}),
    ...eventProblems(event),
    ...(isEmptyBody(toBlocks(bodyHtml)) ? { bodyHtml: { code: 'body_empty' } as const } : {}),
  }
}

const prefixed = (prefix: string, problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).map(([path, problem]) => [`${prefix}${path}`, problem]))

export interface DraftDeps {
  articles: Pick<StaffArticles, 'pictures' | 'hasPicture'>
  channels: ChannelTree
}

/** A summary for an article that has none of its own. */
export const summaryFor = (summary: string, bodyHtml: string): string => summary || summaryOf(toBlocks(bodyHtml))

/**
 * Checks what the editor sent and makes of it what is stored. A draft may be unfinished: no body, no event yet; what
 * is there has to be right. `public` asks for all that members need. Field paths begin with `prefix`.
 */
export async function prepareContent(
  { articles, channels }: DraftDeps,
  draft: ArticleDraft,
  { prefix, isPublic }: { prefix: string; isPublic: boolean },
): Promise<ArticleContent> {
  const channel = channelOf(await channels.tree(), draft.channel)
  const event = draft.event === null ? null : toEvent(draft.event)
  const bodyHtml = sanitiseBody(draft.bodyHtml)
  const problems: Problems = {
    ...(channel.kind === 'group' ? { channel: { code: 'channel_is_group' } as const } : {}),
    ...(channel.kind === 'articles' && event !== null ? { event: { code: 'event_not_allowed' } as const } : {}),
    ...(isPublic ? publishProblems(channel.kind, bodyHtml, event) : eventProblems(event)),
  }
  if (Object.keys(problems).length > 0) throw invalidFields(prefixed(prefix, problems))
  if (draft.coverId !== null && !(await articles.hasPicture(draft.coverId))) throw new AppError('media_not_found')
  const sizes = await articles.pictures(picturesIn(bodyHtml))
  const { title, publisher, coverId, pinned } = draft
  const summary = isPublic ? summaryFor(draft.summary, bodyHtml) : draft.summary
  const blocks = JSON.stringify(toBlocks(bodyHtml, sizes))
  return { channelId: channel.id, title, summary, publisher, bodyHtml, blocks, coverId, pinned, event }
}
