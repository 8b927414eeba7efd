import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/errors'

/** A refusal is final; only a lost connection or a busy server is worth asking again, twice. */
const worthAsking = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ApiError) || error.status >= 502)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAsking, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
