import type { Home } from '../../../shared/contract'
import { useResource, type Resource } from '../../loading/useResource'
import { call } from '../../platform/api'

/** The server's clock runs on; everything else decides whether the page has to be drawn again. */
const HALF_HOUR_MS = 1_800_000
const sameHome = (a: Home, b: Home): boolean =>
  Math.abs(Date.parse(a.now) - Date.parse(b.now)) < HALF_HOUR_MS &&
  JSON.stringify({ ...a, now: '' }) === JSON.stringify({ ...b, now: '' })

export const useHome = (): Resource<Home> =>
  useResource<Home>({ name: 'home', read: () => call('GET /api/home', {}), same: sameHome })
