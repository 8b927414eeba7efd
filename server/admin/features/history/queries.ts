import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const revisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['articles', 'revisions', id],
    queryFn: () => call('GET /api/admin/articles/{id}/revisions', { params: { id } }),
  })

export const revisionQuery = (id: string, revision: string) =>
  queryOptions({
    queryKey: ['articles', 'revision', revision],
    queryFn: () => call('GET /api/admin/articles/{id}/revisions/{revision}', { params: { id, revision } }),
    // a save stays as it was
    staleTime: Infinity,
  })
