import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const pinnedQuery = queryOptions({
  // with the articles: whatever changes them changes these
  queryKey: ['articles', 'pinned'],
  queryFn: () => call('GET /api/admin/pinned', {}),
})
