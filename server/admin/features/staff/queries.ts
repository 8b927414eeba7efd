import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const peopleQuery = queryOptions({ queryKey: ['staff'], queryFn: () => call('GET /api/admin/staff', {}) })

export const colleagueSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', id, 'sessions'],
    queryFn: () => call('GET /api/admin/staff/{id}/sessions', { params: { id } }),
    staleTime: 0,
  })
