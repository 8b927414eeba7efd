import type { Event } from '../../../shared/contract'
import { fromWallClock } from '../../../shared/domain/time'
import { briefOf, deadlineOf, periodOf, stateOf, tileOf } from './eventWords'

const at = (day: number, hour: number) => fromWallClock({ year: 2026, month: 12, day, hour })
const iso = (day: number, hour: number) => new Date(at(day, hour)).toISOString()
const event: Event = {
  startsAt: iso(5, 14),
  endsAt: iso(5, 17),
  venue: '香洲文化馆',
  address: null,
  location: null,
  signupDeadline: iso(3, 18),
  decision: 'scheduled',
}

describe('an event in words', () => {
  it('has its day on the tile and its hour beside it, in Shanghai', () => {
    expect(tileOf(event.startsAt)).toEqual({ month: '12月', day: '5', weekday: '周六' })
    expect(briefOf(event)).toBe('14:00 香洲文化馆')
    expect(periodOf(event)).toBe('2026年12月5日 周六\n14:00—17:00')
    expect(periodOf({ ...event, endsAt: iso(6, 10) })).toBe('2026年12月5日 周六 14:00 至\n12月6日 周日 10:00')
  })

  it('warns when sign-up ends within three days', () => {
    expect(deadlineOf(event, at(1, 9))).toEqual({ words: '12月3日 周四 18:00\n还有 2 天', soon: true })
    expect(deadlineOf(event, at(3, 9))).toEqual({ words: '12月3日 周四 18:00\n今天截止', soon: true })
    expect(deadlineOf({ ...event, signupDeadline: null }, at(1, 9))).toBeNull()
  })

  it('does not warn of a deadline that is over or of an event that is cancelled', () => {
    expect(deadlineOf(event, at(4, 9))?.soon).toBe(false)
    expect(deadlineOf({ ...event, decision: 'cancelled' }, at(3, 9))?.soon).toBe(false)
    expect(stateOf({ ...event, decision: 'cancelled' }, at(3, 9))).toBe('cancelled')
  })
})
