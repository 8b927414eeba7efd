import { DELIVERY_STATES } from '../../../shared/domain/notice'
import type { GrantState } from '../entities/delivery'
import { grantMove, RESERVE } from './grantMoves'

const GRANT_STATES: GrantState[] = ['none', 'reserved', 'spent', 'returned']
const every = GRANT_STATES.flatMap((from) =>
  DELIVERY_STATES.flatMap((to) => [false, true].map((grantGone) => ({ from, to, grantGone }))),
)

describe('what a delivery’s move does to its grant', () => {
  it.each(every)(
    '$from, delivery becomes $to (WeChat says none left: $grantGone): makes and loses no grant',
    (entry) => {
      const move = grantMove(entry.from, entry.to, entry.grantGone)
      const held = (state: GrantState) => (state === 'reserved' || state === 'spent' ? 1 : 0)
      expect(move.available + held(move.to) - held(entry.from)).toBe(0)
      // only a grant that this very delivery has reserved goes anywhere
      if (entry.from !== 'reserved') expect(move.to).toBe(entry.from)
    },
  )

  it.each(['none', 'spent', 'returned'] as const)('what is %s never moves again', (from) => {
    for (const to of DELIVERY_STATES) {
      expect(grantMove(from, to)).toEqual({ to: from, available: 0, zero: false })
    }
  })

  it.each([
    ['pending', 'reserved'],
    ['sending', 'reserved'],
    ['sent', 'spent'],
    ['unknown', 'spent'],
    ['unconfirmed', 'spent'],
    ['rejected', 'returned'],
    ['failed', 'returned'],
    ['skipped', 'returned'],
  ] as const)('a reserved grant of a delivery that becomes %s is %s', (to, expected) => {
    expect(grantMove('reserved', to).to).toBe(expected)
  })

  it('empties the balance when WeChat says that no grant is left', () => {
    expect(grantMove('reserved', 'rejected', true)).toEqual({ to: 'spent', available: 0, zero: true })
  })

  it('reserves one that was available', () => {
    expect(RESERVE).toEqual({ to: 'reserved', available: -1, zero: false })
  })
})
