import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

const RUNNING_MS = 1_000
const RESTORING_MS = 2_000

/** Looked at again and again while something goes on, also when it was begun elsewhere. */
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: () => call('GET /api/admin/backups', {}),
  staleTime: 0,
  refetchInterval: ({ state: { data } }) => {
    if (data === undefined) return false
    return data.restore.asked !== null ? RESTORING_MS : data.running === null ? false : RUNNING_MS
  },
})

export const backupHealthQuery = queryOptions({
  queryKey: ['backup-health'],
  queryFn: () => call('GET /api/admin/backup-health', {}),
  staleTime: 60_000,
})
