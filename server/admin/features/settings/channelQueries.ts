import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const channelSettingsQuery = queryOptions({
  queryKey: ['settings', 'channels'],
  queryFn: () => call('GET /api/admin/settings/channels', {}),
  refetchOnWindowFocus: false,
})
