import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

/** While a code is on the screen or a grant is waited for: the phone answers at any moment. */
const WATCH_MS = 1_500

/** `watch`: somebody has the phone in hand right now. */
export const bindingQuery = (watch = false) =>
  queryOptions({
    queryKey: ['me', 'binding'],
    queryFn: () => call('GET /api/admin/me/binding', {}),
    staleTime: 0,
    refetchInterval: watch ? WATCH_MS : false,
    // the phone is often the very device that takes the window's focus away
    refetchIntervalInBackground: watch,
  })
