import type { Association } from '../../../shared/contract/association'
import type { ChannelPlan } from './ports'

/** The two-level tree of the association's file as one list, groups before their channels. */
export function channelPlan(association: Association): ChannelPlan[] {
  return association.channels.flatMap((entry, position): ChannelPlan[] => {
    if (!('channels' in entry)) return [{ ...entry, parent: null, position }]
    const group: ChannelPlan = { slug: entry.slug, name: entry.name, kind: 'group', parent: null, position }
    return [group, ...entry.channels.map((channel, index) => ({ ...channel, parent: entry.slug, position: index }))]
  })
}
