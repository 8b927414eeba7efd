import { withdrawalProblem } from '../../../../shared/domain/withdrawal'
import type { When } from '../../ui/when'
import { fieldWords } from '../../ui/words'

/** What is wrong with the moment of a withdrawal, in words; undefined when it can be sent. */
export function withdrawalWords(when: When, publishAt: number | null, now: number): string | undefined {
  if (!when.later) return undefined
  if (when.at === null) return fieldWords('required')
  const problem = withdrawalProblem(when.at, publishAt, now)
  return problem === null ? undefined : fieldWords(problem)
}

/** How it was set, ISO 8601, as the fields show it. */
export const withdrawalSet = (at: string | null | undefined): When =>
  at === null || at === undefined ? { later: false, at: null } : { later: true, at: Date.parse(at) }
