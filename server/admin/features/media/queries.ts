import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const libraryQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['media', 'list', q],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/media', { query: { q: q === '' ? undefined : q, cursor: pageParam, limit: 30 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** One picture with the articles that show it: asked for anew each time, for others write meanwhile. */
export const pictureQuery = (id: string) =>
  queryOptions({
    queryKey: ['media', 'one', id],
    queryFn: () => call('GET /api/admin/media/{id}', { params: { id } }),
    staleTime: 0,
    gcTime: 0,
  })
