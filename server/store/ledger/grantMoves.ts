import type { DeliveryState } from '../../../shared/domain/notice'
import type { GrantState } from '../entities/delivery'

/** What one move of a delivery does to its grant. Reserved and spent ones are counted on the delivery row alone. */
export interface GrantMove {
  /** The delivery's `grant_state` afterwards. */
  to: GrantState
  /** What is added to the member's balance for the template. */
  available: number
  /** WeChat says that none is left: `available` becomes 0 whatever it was. */
  zero: boolean
}

const move = (to: GrantState, available: number, zero = false): GrantMove => ({ to, available, zero })

const stay = (state: GrantState): GrantMove => move(state, 0)

/**
 * The one table of what becomes of a grant when a delivery moves.
 *
 * | the delivery becomes            | a reserved grant                                                    |
 * |---------------------------------|---------------------------------------------------------------------|
 * | sending, or pending once more   | stays reserved                                                      |
 * | sent, unknown                   | is spent: WeChat has it, or may have it                             |
 * | rejected with 43101             | is spent, and nothing is left available: our count was wrong        |
 * | rejected otherwise, failed      | goes back: WeChat certainly did not use it                          |
 * | skipped                         | goes back                                                           |
 *
 * What is spent, returned or was never reserved does not move again: `unknown → sent | failed | unconfirmed` and
 * `sent → failed` change nothing, for WeChat had accepted the send or may have.
 */
export function grantMove(from: GrantState, to: DeliveryState, grantGone = false): GrantMove {
  if (from !== 'reserved') return { ...stay(from), zero: grantGone }
  switch (to) {
    case 'pending':
    case 'sending':
      return stay('reserved')
    case 'sent':
    case 'unknown':
    case 'unconfirmed':
      return move('spent', 0)
    case 'rejected':
      return grantGone ? move('spent', 0, true) : move('returned', 1)
    case 'failed':
    case 'skipped':
      return move('returned', 1)
  }
}

/** Preparation takes one available grant for the row that it adds. */
export const RESERVE: GrantMove = move('reserved', -1)
