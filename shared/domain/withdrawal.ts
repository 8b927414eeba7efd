export type WithdrawalProblem = 'withdraw_past' | 'withdraw_before_publish'

/**
 * What is wrong with the moment at which an article is to be withdrawn by itself; null when it can be kept. Instants in
 * ms; `publishAt`: when it is published by itself, null when it is public already or at once.
 */
export function withdrawalProblem(at: number, publishAt: number | null, now: number): WithdrawalProblem | null {
  if (at <= now) return 'withdraw_past'
  return publishAt !== null && at <= publishAt ? 'withdraw_before_publish' : null
}
