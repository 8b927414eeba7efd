import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'
import { isSoonAnew, KEPT_MS, pageSize } from '../../api/pages'
import { auditQueryOf, type AuditFilter } from './auditFilter'

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filter],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/audit', {
        query: { ...auditQueryOf(filter), cursor: pageParam, limit: pageSize(pageParam) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: ({ state }) => isSoonAnew(state.data?.pages),
  })

export const auditCheckQuery = queryOptions({
  queryKey: ['audit', 'check'],
  queryFn: () => call('GET /api/admin/audit/check', {}),
  refetchOnWindowFocus: false,
})
