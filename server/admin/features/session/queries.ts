import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call('GET /api/admin/session', {}),
  staleTime: 60_000,
})

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => call('GET /api/admin/setup', {}),
  // set-up happens once: an answer from before it must not be remembered
  staleTime: 0,
  gcTime: 0,
})
