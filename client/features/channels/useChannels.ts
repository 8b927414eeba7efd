import { useMemo } from 'react'
import type { ChannelNode, Home } from '../../../shared/contract'
import { useResource } from '../../loading/useResource'
import type { Load } from '../../loading/load'
import { call } from '../../platform/api'
import { cachedAnswer } from '../../platform/cache'
import { leavesOf, type Leaf } from './leaves'

const treeFromHome = (): ChannelNode[] | null => cachedAnswer<Home>('home')?.channels ?? null

/** The channels that hold articles. The first screen has brought the tree already; without it, it is asked for. */
export function useChannels(): { load: Load<Leaf[]>; refresh: () => Promise<void> } {
  const { load, refresh } = useResource<ChannelNode[]>({
    name: 'channels',
    read: async () => treeFromHome() ?? (await call('GET /api/channels', {})).channels,
  })
  const leaves = useMemo<Load<Leaf[]>>(
    () => (load.state === 'ready' ? { ...load, data: leavesOf(load.data) } : load),
    [load],
  )
  return { load: leaves, refresh }
}
