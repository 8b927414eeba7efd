import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { MoveInPage, MoveInRun } from '../../../../shared/contract'
import type { ImportDoubt } from '../../../../shared/phrases/importing'
import { call } from '../../api/call'

/** Whether a server is at it at this moment. */
export const isWorking = (run: MoveInRun | null): boolean =>
  run !== null && (run.state === 'checking' || run.state === 'taking') && !run.isStopped

const WATCH_MS = 1_000
/** Another administrator may have given a file, and a server may have died. */
const LOOK_MS = 15_000

export const moveInQuery = queryOptions({
  queryKey: ['move-in', 'run'],
  queryFn: () => call('GET /api/admin/move-in', {}),
  refetchInterval: ({ state }) => (isWorking(state.data?.run ?? null) ? WATCH_MS : LOOK_MS),
})

export type PageState = MoveInPage['state']

/** `step`: of the run; its report changes with it. */
export const pagesQuery = (run: string, step: string, state: PageState) =>
  infiniteQueryOptions({
    queryKey: ['move-in', 'pages', run, step, state],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/move-in/pages', { query: { cursor: pageParam, limit: 20, state } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const doubtfulQuery = (doubt: ImportDoubt | undefined) =>
  infiniteQueryOptions({
    queryKey: ['move-in', 'doubtful', doubt],
    queryFn: ({ pageParam }) =>
      call('GET /api/admin/move-in/doubtful', { query: { cursor: pageParam, limit: 10, doubt } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
