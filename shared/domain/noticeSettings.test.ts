import { DEFAULT_NOTICE_RULES, parseNoticeRules, quietUntil } from './noticeSettings'
import { fromWallClock } from './time'

const at = (day: number, hour: number, minute = 0, second = 0) =>
  fromWallClock({ year: 2026, month: 11, day, hour, minute, second })
const night = { from: '22:00', to: '08:00' }

describe('quiet hours', () => {
  it.each([
    ['an evening before they begin', at(23, 21, 59, 59), null],
    ['the minute they begin', at(23, 22), at(24, 8)],
    ['midnight', at(24, 0), at(24, 8)],
    ['the last second of them', at(24, 7, 59, 59), at(24, 8)],
    ['the minute they end', at(24, 8), null],
    ['noon', at(24, 12), null],
  ])('over midnight: %s', (_, now, end) => {
    expect(quietUntil(night, now)).toBe(end)
  })

  it('within a day they hold from noon to two', () => {
    const noon = { from: '12:00', to: '14:00' }
    expect(quietUntil(noon, at(24, 11, 59))).toBeNull()
    expect(quietUntil(noon, at(24, 12))).toBe(at(24, 14))
    expect(quietUntil(noon, at(24, 14))).toBeNull()
  })

  it('are none when staff have switched them off, or when they end as they begin', () => {
    expect(quietUntil(null, at(24, 3))).toBeNull()
    expect(quietUntil({ from: '08:00', to: '08:00' }, at(24, 8))).toBeNull()
  })
})

describe('the rules of notices', () => {
  it('are the defaults until somebody sets them', () => {
    expect(parseNoticeRules(null)).toEqual(DEFAULT_NOTICE_RULES)
    expect(parseNoticeRules('{"quietHours":null,"pauseAfterErrors":3,"reminders":[]}')).toEqual({
      quietHours: null,
      pauseAfterErrors: 3,
      reminders: [],
    })
  })
})
