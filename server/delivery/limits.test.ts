import { Breaker } from './breaker'
import type { SendResult } from './ports'

const REFUSED: SendResult = { kind: 'not_sent', budget: 'attempt', waitMs: 0, detail: 'ECONNREFUSED' }
const SILENT: SendResult = { kind: 'uncertain', reason: 'no_answer', detail: 'timeout' }
const ACCEPTED: SendResult = { kind: 'accepted', msgid: null }

describe('the line to WeChat breaks', () => {
  const broken = (result: SendResult) => {
    const breaker = new Breaker()
    for (let index = 0; index < 8; index += 1) breaker.record(result, 0)
    return breaker
  }

  it.each([REFUSED, SILENT])('after a run of $kind sends nothing more goes out for a while', (result) => {
    const breaker = broken(result)
    expect(breaker.waitMs(0)).toBe(1_000)
    expect(breaker.waitMs(1_000)).toBe(0)
    expect(breaker.probing).toBe(true)
  })

  it('waits longer while probes fail, and starts again with the first answer', () => {
    const breaker = broken(REFUSED)
    breaker.record(REFUSED, 1_000)
    expect(breaker.waitMs(1_000)).toBe(2_000)
    for (let now = 10_000; now < 900_000; now += 60_000) breaker.record(REFUSED, now)
    expect(breaker.waitMs(850_000)).toBeLessThanOrEqual(30_000)
    breaker.record(ACCEPTED, 900_000)
    expect([breaker.waitMs(900_000), breaker.probing]).toEqual([0, false])
  })

  it('does not lengthen the pause for what was on its way when it began', () => {
    const breaker = broken(SILENT)
    for (let index = 0; index < 50; index += 1) breaker.record(SILENT, 10)
    expect(breaker.waitMs(10)).toBe(990)
  })

  it('is not what a member’s no or a rate limit shows', () => {
    const breaker = new Breaker()
    for (let index = 0; index < 50; index += 1) {
      breaker.record({ kind: 'member_no', reason: 'not_subscribed', grantGone: true }, 0)
      breaker.record({ kind: 'not_sent', budget: 'rate', waitMs: 1, detail: '' }, 0)
    }
    expect(breaker.probing).toBe(false)
  })
})
