import {
  formatDateTime,
  formatPeriod,
  formatSince,
  formatTableTime,
  fromWallClock,
  startOfDay,
  toWallClock,
} from './time'

const at = (text: string) => Date.parse(text)

describe('Shanghai wall clock', () => {
  it('shows an instant of the old site as it was printed there', () => {
    expect(toWallClock(at('2017-10-27T02:54:00Z'))).toEqual({
      year: 2017,
      month: 10,
      day: 27,
      hour: 10,
      minute: 54,
      second: 0,
      weekday: 5,
    })
  })

  it('turns a wall clock into an instant and back, across a year', () => {
    const instant = fromWallClock({ year: 2027, month: 1, day: 1, hour: 0, minute: 5 })
    expect(new Date(instant).toISOString()).toBe('2026-12-31T16:05:00.000Z')
    expect(toWallClock(instant)).toMatchObject({ year: 2027, month: 1, day: 1, hour: 0, minute: 5 })
  })

  it('starts the day at midnight in Shanghai, not at midnight in UTC', () => {
    expect(new Date(startOfDay(at('2026-11-23T16:30:00Z'))).toISOString()).toBe('2026-11-23T16:00:00.000Z')
  })
})

describe('dates in words', () => {
  it('writes what WeChat’s time field takes', () => {
    expect(formatDateTime(at('2026-11-23T06:05:00Z'))).toBe('2026年11月23日 14:05')
  })

  it('names the day once for an event on one day', () => {
    expect(formatPeriod(at('2026-11-23T06:00:00Z'), at('2026-11-23T08:30:00Z'))).toBe('2026年11月23日 周一 14:00—16:30')
  })

  it('names both days for an event across midnight, and both years across New Year', () => {
    expect(formatPeriod(at('2026-11-23T14:00:00Z'), at('2026-11-23T17:00:00Z'))).toBe(
      '2026年11月23日 周一 22:00 — 11月24日 周二 01:00',
    )
    expect(formatPeriod(at('2026-12-31T14:00:00Z'), at('2026-12-31T17:00:00Z'))).toContain('— 2027年1月1日 周五 01:00')
  })

  it('gives the year in a table only when it is another one', () => {
    expect(formatTableTime(at('2026-11-23T06:30:00Z'), 2026)).toBe('11-23 14:30')
    expect(formatTableTime(at('2017-10-27T02:54:00Z'), 2026)).toBe('2017-10-27 10:54')
  })

  it('tells how long ago in Shanghai’s days', () => {
    const now = at('2026-11-23T01:00:00Z')
    expect(formatSince(now - 20_000, now)).toBe('刚刚')
    expect(formatSince(now - 5 * 60_000, now)).toBe('5 分钟前')
    expect(formatSince(now - 3 * 3_600_000, now)).toBe('3 小时前')
    expect(formatSince(now - 10 * 3_600_000, now)).toBe('昨天')
    expect(formatSince(now - 72 * 3_600_000, now)).toBe('2026-11-20')
  })
})
