import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const finderQuery = (q: string) =>
  queryOptions({
    queryKey: ['finder', q],
    queryFn: () => call('GET /api/admin/finder', { query: { q } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
