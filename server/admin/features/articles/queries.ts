import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ArticleStatus } from '../../../../shared/contract'
import { call } from '../../api/call'
import { isSoonAnew, KEPT_MS, pageSize } from '../../api/pages'

export interface ArticleFilter {
  status: ArticleStatus | undefined
  review: 'submitted' | 'returned' | undefined
  channel: string | undefined
  q: string
}

export const articlesQuery = (filter: ArticleFilter) =>
  infiniteQueryOptions({
    queryKey: ['articles', 'list', filter],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/articles', {
        query: { ...filter, q: filter.q === '' ? undefined : filter.q, cursor: pageParam, limit: pageSize(pageParam) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: ({ state }) => isSoonAnew(state.data?.pages),
  })

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['articles', 'one', id],
    queryFn: () => call('GET /api/admin/articles/{id}', { params: { id } }),
    // the editor holds its own state; what the server has is asked for when it is opened
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
