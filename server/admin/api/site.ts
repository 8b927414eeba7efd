import { queryOptions } from '@tanstack/react-query'
import type { ResponseFrom } from '../../../shared/contract'
import { call } from './call'

export type Site = ResponseFrom<'GET /api/admin/site'>
export type SiteChannel = Site['channels'][number]

/** Channels, templates and names: they change with the server's configuration only. */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: () => call('GET /api/admin/site', {}),
  staleTime: 10 * 60_000,
})

export interface ChannelChoice {
  slug: string
  name: string
  kind: 'articles' | 'events'
  group: string | null
}

/** The channels that hold articles, in the order of the tree; a group only lends its name. */
export function channelChoices(channels: SiteChannel[]): ChannelChoice[] {
  return channels.flatMap((node) => {
    const own = node.kind === 'group' ? [] : [{ slug: node.slug, name: node.name, kind: node.kind, group: null }]
    const below = node.children.flatMap((child) =>
      child.kind === 'group' ? [] : [{ slug: child.slug, name: child.name, kind: child.kind, group: node.name }],
    )
    return [...own, ...below]
  })
}
