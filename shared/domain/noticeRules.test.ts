import { DEFAULT_NOTICE_RULES, quietUntil, readNoticeRules } from './noticeRules'
import { fromWallClock } from './time'

const at = (day: number, hour: number, minute = 0, second = 0) =>
  fromWallClock({ year: 2026, month: 11, day, hour, minute, second })

describe('the quiet hours', () => {
  const night = { from: '22:00', to: '08:00' }
  const noon = { from: '12:30', to: '14:00' }

  it.each([
    ['begin with their first minute', night, at(23, 22), at(24, 8)],
    ['are not there a second earlier', night, at(23, 21, 59, 59), null],
    ['go on after midnight', night, at(24, 0), at(24, 8)],
    ['hold to their last second', night, at(24, 7, 59, 59), at(24, 8)],
    ['are over when they end', night, at(24, 8), null],
    ['may lie in the day', noon, at(23, 13), at(23, 14)],
    ['of the day do not reach into the evening', noon, at(23, 14), null],
    ['of the day have not begun in the morning', noon, at(23, 12, 29), null],
    ['that end where they begin are none', { from: '08:00', to: '08:00' }, at(23, 8), null],
    ['can be left out', null, at(23, 3), null],
    [
      'end on the first of the next month',
      night,
      fromWallClock({ year: 2026, month: 12, day: 31, hour: 23 }),
      fromWallClock({ year: 2027, month: 1, day: 1, hour: 8 }),
    ],
  ] as const)('%s', (_what, hours, now, until) => {
    expect(quietUntil(hours, now)).toBe(until)
  })
})

it('rules that nobody set are the defaults, and what is missing is filled in', () => {
  expect(readNoticeRules(null)).toEqual(DEFAULT_NOTICE_RULES)
  expect(readNoticeRules('{"quietHours":null}')).toEqual({ ...DEFAULT_NOTICE_RULES, quietHours: null })
})
