import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: () => call('GET /api/admin/queue', {}),
  staleTime: 0,
  refetchInterval: 3_000,
})
