import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'
import { auditQueryOf, type AuditFilter } from './auditFilter'

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filter],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/audit', { query: { ...auditQueryOf(filter), cursor: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const auditCheckQuery = queryOptions({
  queryKey: ['audit', 'check'],
  queryFn: () => call('GET /api/admin/audit/check', {}),
  refetchOnWindowFocus: false,
})
