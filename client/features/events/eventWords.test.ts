import type { Event } from '../../../shared/contract'
import { fromWallClock } from '../../../shared/domain/time'
import { briefOf, countdownOf, deadlineOf, periodOf, stateOf, tileOf } from './eventWords'

const at = (day: number, hour: number, minute = 0) => fromWallClock({ year: 2026, month: 12, day, hour, minute })
const iso = (day: number, hour: number) => new Date(at(day, hour)).toISOString()
const event: Event = {
  startsAt: iso(5, 14),
  endsAt: iso(5, 17),
  venue: '香洲文化馆',
  address: null,
  location: null,
  signupDeadline: iso(3, 18),
  decision: 'scheduled',
  changedAt: null,
}
const night: Event = { ...event, startsAt: iso(5, 22), endsAt: iso(6, 1) }
const camp: Event = { ...event, startsAt: iso(5, 14), endsAt: iso(8, 10) }

describe('an event in words', () => {
  it('has its day on the tile and its hour beside it, in Shanghai', () => {
    expect(tileOf(event.startsAt)).toEqual({ month: '12月', day: '5', weekday: '周六' })
    expect(briefOf(event)).toBe('14:00 香洲文化馆')
    expect(periodOf(event)).toBe('2026年12月5日 周六\n14:00—17:00')
  })

  it('says where it ends when that is another day', () => {
    expect(briefOf(night)).toBe('22:00 至次日 01:00 香洲文化馆')
    expect(periodOf(night)).toBe('2026年12月5日 周六 22:00 至\n12月6日 周日 01:00')
    expect(briefOf(camp)).toBe('14:00 至 12月8日 香洲文化馆')
  })
})

describe('the countdown', () => {
  it.each([
    ['days ahead', event, at(1, 9), '还有 4 天'],
    ['the evening before', event, at(4, 23, 59), '明天 14:00'],
    ['the same day', event, at(5, 10, 30), '今天，还有 3 小时'],
    ['in the last hour', event, at(5, 13, 35), '今天，还有 25 分钟'],
    ['in the last seconds', event, at(5, 14) - 5_000, '今天，还有 1 分钟'],
    ['while it is on', event, at(5, 15), '今天 17:00 结束'],
    ['before midnight of a night', night, at(5, 23), '明天 01:00 结束'],
    ['after midnight of a night', night, at(6, 0, 30), '今天 01:00 结束'],
    ['on the second of four days', camp, at(6, 9), '第 2 天，后天 10:00 结束'],
    ['on the first of four days', camp, at(5, 15), '第 1 天，12月8日 10:00 结束'],
    ['once it is over', event, at(5, 17), null],
    ['when it is cancelled', { ...event, decision: 'cancelled' as const }, at(1, 9), null],
  ])('%s', (_when, of, now, words) => {
    expect(countdownOf(of, now)).toBe(words)
  })

  it('does not call tomorrow what is less than a day away but today, nor the other way round', () => {
    const late = { ...event, startsAt: iso(5, 23) }
    expect(countdownOf(late, at(5, 0, 1))).toBe('今天，还有 22 小时')
    expect(countdownOf(event, at(4, 23, 59))).toBe('明天 14:00')
  })
})

describe('the deadline', () => {
  it('warns when sign-up ends within three days', () => {
    expect(deadlineOf(event, at(1, 9))).toEqual({ words: '12月3日 周四 18:00\n还有 2 天', soon: true })
    expect(deadlineOf(event, at(2, 20))).toEqual({ words: '12月3日 周四 18:00\n明天截止', soon: true })
    expect(deadlineOf(event, at(3, 9))).toEqual({ words: '12月3日 周四 18:00\n今天截止，还有 9 小时', soon: true })
    expect(deadlineOf({ ...event, signupDeadline: null }, at(1, 9))).toBeNull()
  })

  it('says that it is over, and does not warn of an event that is cancelled', () => {
    expect(deadlineOf(event, at(4, 9))).toEqual({ words: '12月3日 周四 18:00\n已截止', soon: false })
    expect(deadlineOf({ ...event, decision: 'cancelled' }, at(3, 9))?.soon).toBe(false)
    expect(stateOf({ ...event, decision: 'cancelled' }, at(3, 9))).toBe('cancelled')
  })
})
