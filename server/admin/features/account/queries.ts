import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const ownSessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => call('GET /api/admin/me/sessions', {}),
  staleTime: 0,
})

export const twoStepQuery = queryOptions({
  queryKey: ['me', 'two-step'],
  queryFn: () => call('GET /api/admin/me/two-step', {}),
  staleTime: 0,
})
