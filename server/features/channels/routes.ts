import { routes } from '../../http/route'
import type { ChannelStore } from './ports'

export const channelRoutes = ({ channels }: { channels: ChannelStore }) =>
  routes({
    'GET /api/channels': async () => ({ channels: await channels.tree() }),
  })
