import type { DeliveryReason } from '../../shared/domain/notice'
import { DAY_MS, startOfDay } from '../../shared/domain/time'
import type { Budget, BudgetUse, Outcome, SendResult } from './ports'

/** How many tries, token troubles and rate limits one delivery may meet before it is given up. */
export const BUDGETS: BudgetUse = { attempt: 8, token: 20, rate: 60 }

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * 60_000

export interface Decision {
  outcome: Outcome
  /** The notice must stop for this reason: no member can get it. */
  halt: DeliveryReason | null
  /** Nothing may be sent before this instant, to whomever. */
  pauseUntil: number | null
}

/** Waits double from one second to five minutes, so that an outage of half an hour loses nobody. */
export const backoffMs = (usedBefore: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** usedBefore)

function tryAgain(
  deliveryId: string,
  result: { budget: Budget; waitMs: number },
  used: BudgetUse,
  now: number,
): Outcome {
  const { budget } = result
  if (used[budget] + 1 >= BUDGETS[budget]) return { deliveryId, to: 'failed', reason: 'budget_spent' }
  const waitMs = budget === 'rate' ? result.waitMs : Math.max(result.waitMs, backoffMs(used[budget]))
  return { deliveryId, to: 'pending', notBefore: now + waitMs, spend: budget }
}

/**
 * What becomes of a delivery after one send: the whole policy, without side effects. `used` is what earlier tries have
 * spent, `now` in milliseconds since the epoch.
 */
export function decide(deliveryId: string, result: SendResult, used: BudgetUse, now: number): Decision {
  const only = (outcome: Outcome): Decision => ({ outcome, halt: null, pauseUntil: null })
  switch (result.kind) {
    case 'accepted':
      return only({ deliveryId, to: 'sent', msgid: result.msgid })
    case 'member_no':
      return only({ deliveryId, to: 'rejected', reason: result.reason, grantGone: result.grantGone })
    case 'delivery_no':
      return only({ deliveryId, to: 'failed', reason: result.reason })
    case 'notice_no':
      return { outcome: { deliveryId, to: 'failed', reason: result.reason }, halt: result.reason, pauseUntil: null }
    case 'uncertain':
      return only({ deliveryId, to: 'unknown', reason: result.reason })
    case 'not_sent': {
      if (result.budget === 'daily') {
        const tomorrow = startOfDay(now) + DAY_MS
        const outcome = { deliveryId, to: 'pending', notBefore: tomorrow, spend: null } as const
        return { outcome, halt: null, pauseUntil: tomorrow }
      }
      return only(tryAgain(deliveryId, { budget: result.budget, waitMs: result.waitMs }, used, now))
    }
  }
}
