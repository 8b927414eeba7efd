import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { isNoticeOver } from '../../../../shared/domain/notice'
import { call } from '../../api/call'

const POLL_MS = 2_000

export const audienceQuery = queryOptions({
  queryKey: ['audience', 'preview'],
  queryFn: () => call('GET /api/admin/audience', { query: { kind: 'preview' } }),
  // members come and go: the number is asked for each time the dialog opens
  staleTime: 0,
})

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'list'],
  queryFn: ({ pageParam }) => call('GET /api/admin/notices', { query: { cursor: pageParam, limit: 20 } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: ({ state }) => {
    const items = state.data?.pages.flatMap((page) => page.items) ?? []
    return items.some((notice) => !isNoticeOver(notice.status)) ? POLL_MS * 2 : false
  },
})

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['notices', 'one', id],
    queryFn: () => call('GET /api/admin/notices/{id}', { params: { id } }),
    refetchInterval: ({ state }) => (state.data === undefined || isNoticeOver(state.data.status) ? false : POLL_MS),
  })
