import type { Change } from './portsStaff'

/** Withdrawals that are set for later. Each writing method is one transaction with its audit entry. */
export interface ArticleWithdrawals {
  /** Sets or replaces the moment (ms), or takes it back (null). False when the version is not the newest any more. */
  set(change: Change, at: number | null): Promise<boolean>
  /** Ids of public articles whose moment has come, the earliest first. */
  due(now: number, limit: number): Promise<string[]>
  /** The next moment that is set, or null. */
  nextDue(): Promise<number | null>
}
