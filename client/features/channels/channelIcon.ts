import type { IconName } from '../../ui/icons/names'
import type { Leaf } from './leaves'

const ICONS: readonly IconName[] = ['megaphone', 'news', 'info', 'flag']

/** A drawing for a channel: events have their own, the others take theirs by place. */
export const channelIcon = ({ kind }: Leaf, place: number): IconName =>
  kind === 'events' ? 'calendar' : (ICONS[place % ICONS.length] ?? 'news')
