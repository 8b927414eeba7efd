import type { DeliveryState } from '../../../shared/domain/notice'
import type { GrantState } from '../entities/delivery'

/** What one move of a delivery does to the member's balance for the template. */
export interface GrantMove {
  /** The delivery's `grant_state` afterwards. */
  to: GrantState
  available: number
  reserved: number
  spent: number
  /** WeChat says that none is left: `available` becomes 0 whatever it was. */
  zero: boolean
}

const move = (to: GrantState, available: number, reserved: number, spent: number, zero = false): GrantMove => ({
  to,
  available,
  reserved,
  spent,
  zero,
})

const stay = (state: GrantState): GrantMove => move(state, 0, 0, 0)

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
      return move('spent', 0, -1, 1)
    case 'rejected':
      return grantGone ? move('spent', 0, -1, 1, true) : move('returned', 1, -1, 0)
    case 'failed':
    case 'skipped':
      return move('returned', 1, -1, 0)
  }
}

/** Preparation takes one available grant into reserve. */
export const RESERVE: GrantMove = move('reserved', -1, 1, 0)
