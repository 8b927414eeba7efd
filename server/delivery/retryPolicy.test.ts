import { DELIVERY_REASONS } from '../../shared/domain/notice'
import { fromWallClock } from '../../shared/domain/time'
import type { SendResult } from './ports'
import { backoffMs, BUDGETS, decide } from './retryPolicy'

const NOW = fromWallClock({ year: 2026, month: 11, day: 23, hour: 21, minute: 30 })
const FRESH = { attempt: 0, token: 0, rate: 0 }
const notSent = (budget: 'attempt' | 'token' | 'rate' | 'daily', waitMs = 0): SendResult => ({
  kind: 'not_sent',
  budget,
  waitMs,
  detail: '',
})
const after = (result: SendResult, used = FRESH) => decide('d', result, used, NOW)

describe('what becomes of a delivery after one send', () => {
  it('accepted: sent, with WeChat’s message id', () => {
    expect(after({ kind: 'accepted', msgid: '1' }).outcome).toEqual({ deliveryId: 'd', to: 'sent', msgid: '1' })
  })

  it.each(DELIVERY_REASONS)('no certain answer (%s): unknown, and never tried again', (reason) => {
    const { outcome, halt } = after({ kind: 'uncertain', reason, detail: '' })
    expect(outcome).toEqual({ deliveryId: 'd', to: 'unknown', reason })
    expect(halt).toBeNull()
  })

  it('a no that holds for everyone halts the notice', () => {
    const { outcome, halt } = after({ kind: 'notice_no', reason: 'page_invalid' })
    expect([outcome.to, halt]).toEqual(['failed', 'page_invalid'])
  })

  it('a member’s lasting no ends that delivery alone', () => {
    const { outcome, halt } = after({ kind: 'member_no', reason: 'not_subscribed', grantGone: true })
    expect(outcome).toEqual({ deliveryId: 'd', to: 'rejected', reason: 'not_subscribed', grantGone: true })
    expect(halt).toBeNull()
  })

  it('the day’s quota is used up: everything waits for midnight in Shanghai and costs nothing', () => {
    const midnight = fromWallClock({ year: 2026, month: 11, day: 24 })
    const { outcome, pauseUntil } = after(notSent('daily'), { attempt: 7, token: 19, rate: 59 })
    expect(outcome).toEqual({ deliveryId: 'd', to: 'pending', notBefore: midnight, spend: null })
    expect(pauseUntil).toBe(midnight)
  })

  it('waits longer after each failed try, up to five minutes', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6].map((attempt) => {
      const { outcome } = after(notSent('attempt'), { ...FRESH, attempt })
      return outcome.to === 'pending' ? outcome.notBefore - NOW : null
    })
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000])
    expect(backoffMs(40)).toBe(300_000)
  })

  it('waits as long as a rate limit asks', () => {
    const { outcome } = after(notSent('rate', 60_000), { ...FRESH, rate: 3 })
    expect(outcome).toEqual({ deliveryId: 'd', to: 'pending', notBefore: NOW + 60_000, spend: 'rate' })
  })

  it.each(['attempt', 'token', 'rate'] as const)('gives up when the budget of %s is spent, and only then', (budget) => {
    expect(after(notSent(budget), { ...FRESH, [budget]: BUDGETS[budget] - 2 }).outcome.to).toBe('pending')
    expect(after(notSent(budget), { ...FRESH, [budget]: BUDGETS[budget] - 1 }).outcome).toEqual({
      deliveryId: 'd',
      to: 'failed',
      reason: 'budget_spent',
    })
    // the other budgets do not matter
    const others = Object.fromEntries(Object.entries(BUDGETS).map(([name, most]) => [name, name === budget ? 0 : most]))
    expect(after(notSent(budget), others as typeof FRESH).outcome.to).toBe('pending')
  })
})
