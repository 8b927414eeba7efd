import type { ArticleSummary } from '../../../shared/contract'
import {
  askedDay,
  calendarPath,
  dateAfter,
  eventsByDay,
  isMonth,
  monthAfter,
  monthWords,
  weeksOf,
} from './calendarMonth'

const eventAt = (id: string, startsAt: string, endsAt: string) =>
  ({
    id,
    event: { startsAt: new Date(`${startsAt}+08:00`).toISOString(), endsAt: new Date(`${endsAt}+08:00`).toISOString() },
  }) as ArticleSummary

const idsOn = (items: ArticleSummary[], month: string) =>
  Object.fromEntries([...eventsByDay(items, month)].map(([date, found]) => [date, found.map(({ id }) => id).join()]))

describe('a month', () => {
  it('is shown in whole weeks that begin on Monday', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
      [26, 27, 28, 29, 30, 31, 1],
      [2, 3, 4, 5, 6, 7, 8],
      [9, 10, 11, 12, 13, 14, 15],
      [16, 17, 18, 19, 20, 21, 22],
      [23, 24, 25, 26, 27, 28, 29],
      [30, 1, 2, 3, 4, 5, 6],
    ])
    expect(weeks[0]?.map(({ inMonth }) => inMonth)).toEqual([false, false, false, false, false, false, true])
    expect(weeksOf('2027-02').map((week) => week.length)).toEqual([7, 7, 7, 7])
    expect(
      weeksOf('2028-02')
        .flat()
        .some(({ date }) => date === '2028-02-29'),
    ).toBe(true)
  })

  it('is followed by the next over the end of the year, and told in words', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2026-11', -12)]).toEqual([
      '2027-01',
      '2026-12',
      '2025-11',
    ])
    expect(monthWords('2026-02')).toBe('2026年2月')
    expect(dateAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(isMonth(monthAfter('2099-12', 1))).toBe(false)
  })
})

describe('the events of a month', () => {
  it('stand on each day that they touch, by the clock of Shanghai', () => {
    const items = [
      eventAt('one', '2026-12-05T00:30', '2026-12-05T23:59'),
      eventAt('night', '2026-12-05T22:00', '2026-12-06T01:00'),
      eventAt('until-midnight', '2026-12-07T20:00', '2026-12-08T00:00'),
    ]
    expect(idsOn(items, '2026-12')).toEqual({
      '2026-12-05': 'one,night',
      '2026-12-06': 'night',
      '2026-12-07': 'until-midnight',
    })
  })

  it('keep to the month when they reach beyond it', () => {
    const items = [eventAt('camp', '2026-11-29T09:00', '2026-12-02T10:00')]
    expect(idsOn(items, '2026-12')).toEqual({ '2026-12-01': 'camp', '2026-12-02': 'camp' })
    expect(idsOn(items, '2026-11')).toEqual({ '2026-11-29': 'camp', '2026-11-30': 'camp' })
  })
})

describe('the day in an address', () => {
  it('is taken when it exists', () => {
    expect(calendarPath('2026-12-04T16:00:00.000Z')).toBe('/pages/calendar/index?day=2026-12-05')
    expect(askedDay('2026-12-05')).toBe('2026-12-05')
  })

  it.each([undefined, '', '2026-02-30', '2026-13-01', '1999-01-01', 'today', '2026-1-1'])('%p is none', (text) => {
    expect(askedDay(text)).toBeNull()
  })
})
