import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OverviewDays } from '../../../../shared/contract'
import { call } from '../../api/call'

export const overviewQuery = (days: OverviewDays) =>
  queryOptions({
    queryKey: ['overview', days],
    queryFn: () => call('GET /api/admin/overview', { query: { days } }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
