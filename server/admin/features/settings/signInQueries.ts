import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const signInQuery = queryOptions({
  queryKey: ['settings', 'sign-in'],
  queryFn: () => call('GET /api/admin/settings/sign-in', {}),
  refetchOnWindowFocus: false,
})
