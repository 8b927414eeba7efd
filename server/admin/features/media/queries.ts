import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'
import { isSoonAnew, KEPT_MS, pageSize } from '../../api/pages'

export const libraryQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['media', 'list', q],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/media', {
        query: { q: q === '' ? undefined : q, cursor: pageParam, limit: pageSize(pageParam) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: ({ state }) => isSoonAnew(state.data?.pages),
  })

/** One picture with the articles that show it: asked for anew each time, for others write meanwhile. */
export const pictureQuery = (id: string) =>
  queryOptions({
    queryKey: ['media', 'one', id],
    queryFn: () => call('GET /api/admin/media/{id}', { params: { id } }),
    staleTime: 0,
    gcTime: 0,
  })
