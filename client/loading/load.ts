import type { Problem } from '../platform/problem'

/** One thing that a page shows. `stale`: shown from what was read before, because of this problem. */
export type Load<T> =
  { state: 'loading' } | { state: 'ready'; data: T; stale: Problem | null } | { state: 'error'; problem: Problem }

export const startLoad = <T>(remembered: T | null): Load<T> =>
  remembered === null ? { state: 'loading' } : { state: 'ready', data: remembered, stale: null }

/** A new answer. The same content again keeps the old object, so that nothing is drawn twice. */
export function arrived<T>(load: Load<T>, data: T, same: (a: T, b: T) => boolean): Load<T> {
  if (load.state === 'ready' && same(load.data, data)) return load.stale ? { ...load, stale: null } : load
  return { state: 'ready', data, stale: null }
}

/** A failed reading leaves what was read before in place, except when the thing no longer exists. */
export const failed = <T>(load: Load<T>, problem: Problem): Load<T> =>
  load.state === 'ready' && problem.kind !== 'missing' ? { ...load, stale: problem } : { state: 'error', problem }

/** Trying again: an error gives way to the skeleton, what can be read stays. */
export const retried = <T>(load: Load<T>): Load<T> => (load.state === 'error' ? { state: 'loading' } : load)
