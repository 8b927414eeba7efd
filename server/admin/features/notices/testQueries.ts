import { queryOptions, skipToken } from '@tanstack/react-query'
import { call } from '../../api/call'

const MOVING_MS = 800
/** What is unknown may yet be told by WeChat's own event. */
const UNKNOWN_MS = 4_000

export const lastTestsQuery = queryOptions({
  queryKey: ['notice-tests', 'last'],
  queryFn: () => call('GET /api/admin/notice-tests', {}),
  staleTime: 0,
})

/** Asked for again until its end is known; null: there is none. */
export const testQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['notice-tests', 'one', id],
    queryFn: id === null ? skipToken : () => call('GET /api/admin/notice-tests/{id}', { params: { id } }),
    refetchInterval: ({ state }) => {
      const now = state.data?.state
      if (now === undefined || now === 'pending' || now === 'sending') return MOVING_MS
      return now === 'unknown' ? UNKNOWN_MS : false
    },
  })
