import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'
import { pageSize } from '../../api/pages'

export const binQuery = infiniteQueryOptions({
  queryKey: ['articles', 'bin'],
  queryFn: ({ pageParam }) => call('GET /api/admin/bin', { query: { cursor: pageParam, limit: pageSize(pageParam) } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})
