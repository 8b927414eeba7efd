import { errorWords, fieldWords } from './words'

/** A choice between now and a set time (ms since the epoch), which stays while somebody looks at the other one. */
export interface When {
  later: boolean
  at: number | null
}

export const NOW: When = { later: false, at: null }

/** What is wrong with the choice, in words; undefined when it can be sent. */
export function whenProblem(when: When, now: number): string | undefined {
  if (!when.later) return undefined
  if (when.at === null) return fieldWords('required')
  return when.at <= now ? errorWords('time_past') : undefined
}

/** For the request: null means at once. */
export const whenInput = (when: When): string | null =>
  when.later && when.at !== null ? new Date(when.at).toISOString() : null
