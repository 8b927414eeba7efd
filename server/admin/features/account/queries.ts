import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const ownSessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => call('GET /api/admin/me/sessions', {}),
  staleTime: 0,
})
