import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  isNoticeOver,
  type DeliveryReason,
  type DeliveryState,
  type NoticeKind,
} from '../../../../shared/domain/notice'
import { call } from '../../api/call'
import { pageSize } from '../../api/pages'

const POLL_MS = 2_000
/** Once a notice is over, WeChat's word on what was sent and on what is unknown still comes in. */
const AFTERWARDS_POLL_MS = 15_000
/** A page of deliveries; the first one is asked for again while the notice goes out. */
const DELIVERIES_POLL_MS = 5_000

/** `articleId`: of those who were told of this article, not of all members. */
export const audienceQuery = (kind: NoticeKind, articleId?: string) =>
  queryOptions({
    queryKey: ['audience', kind, articleId ?? null],
    queryFn: () => call('GET /api/admin/audience', { query: { kind, articleId } }),
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

/** `live`: a stream brings the changes, so that nothing needs to be asked for. */
export const noticeQuery = (id: string, live = false) =>
  queryOptions({
    queryKey: ['notices', 'one', id],
    queryFn: () => call('GET /api/admin/notices/{id}', { params: { id } }),
    refetchInterval: ({ state }) => {
      if (live || state.data === undefined) return false
      return isNoticeOver(state.data.status) ? AFTERWARDS_POLL_MS : POLL_MS
    },
  })

export interface DeliveryFilter {
  state: DeliveryState | undefined
  reason: DeliveryReason | undefined
}

export const deliveriesQuery = (id: string, filter: DeliveryFilter, moving: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'deliveries', id, filter],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/notices/{id}/deliveries', {
        params: { id },
        query: { ...filter, cursor: pageParam, limit: pageSize(pageParam) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => (moving && (state.data?.pages.length ?? 0) <= 1 ? DELIVERIES_POLL_MS : false),
  })

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['notices', 'delivery', id],
    queryFn: () => call('GET /api/admin/deliveries/{id}', { params: { id } }),
  })
