import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const calendarQuery = (month: string) =>
  queryOptions({
    queryKey: ['calendar', month],
    queryFn: () => call('GET /api/admin/calendar', { query: { month } }),
    staleTime: 10_000,
  })
