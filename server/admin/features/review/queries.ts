import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

const ASK_AGAIN_MS = 60_000

/** What waits for review; asked for again while the page is open, because others submit. */
export const reviewQueueQuery = queryOptions({
  queryKey: ['articles', 'reviews'],
  queryFn: () => call('GET /api/admin/reviews', {}),
  refetchInterval: ASK_AGAIN_MS,
})

export const reviewSettingsQuery = queryOptions({
  queryKey: ['settings', 'review'],
  queryFn: () => call('GET /api/admin/settings/review', {}),
})
