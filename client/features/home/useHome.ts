import type { Home } from '../../../shared/contract'
import { useResource, type Resource } from '../../loading/useResource'
import { call } from '../../platform/api'
import { takePrefetched } from '../../platform/prefetch'
import { ApiFailure, problemOf } from '../../platform/problem'

/** The server's clock runs on; everything else decides whether the page has to be drawn again. */
const HALF_HOUR_MS = 1_800_000
const sameHome = (a: Home, b: Home): boolean =>
  Math.abs(Date.parse(a.now) - Date.parse(b.now)) < HALF_HOUR_MS &&
  JSON.stringify({ ...a, now: '' }) === JSON.stringify({ ...b, now: '' })

/** Anything else than a first screen, from a gateway or from storage, must not reach the page. */
const isHome = (value: unknown): value is Home => {
  const { organisation, channels, pinned, events, latest, now } = (value ?? {}) as Partial<Home>
  return [channels, pinned, events, latest].every(Array.isArray) && !!organisation && typeof now === 'string'
}

async function readHome(): Promise<Home> {
  const early = await takePrefetched()
  if (isHome(early)) return early
  const answer = await call('GET /api/home', {})
  if (!isHome(answer)) throw new ApiFailure(problemOf(200, null))
  return answer
}

export const useHome = (): Resource<Home> =>
  useResource<Home>({ name: 'home', read: readHome, same: sameHome, accepts: isHome })
