import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const organisationQuery = queryOptions({
  queryKey: ['settings', 'organisation'],
  queryFn: () => call('GET /api/admin/settings/organisation', {}),
  refetchOnWindowFocus: false,
})

export const contactQuery = queryOptions({
  queryKey: ['settings', 'contact'],
  queryFn: () => call('GET /api/admin/settings/contact', {}),
  refetchOnWindowFocus: false,
})
