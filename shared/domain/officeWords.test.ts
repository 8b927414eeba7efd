import { describeDays, weeklyRule } from './officeWords'

describe('the days of the office', () => {
  it.each([
    [[1, 2, 3, 4, 5], '周一至周五'],
    [[6, 0], '周六、周日'],
    [[1, 3], '周一、周三'],
    [[0, 1, 2, 3, 4, 5, 6], '周一至周日'],
  ])('%p reads %s', (days, words) => {
    expect(describeDays(days)).toBe(words)
  })
})

it('says days with hours of their own by themselves', () => {
  const hours = {
    days: [1, 2, 3, 4, 5],
    periods: [{ from: '08:30', to: '12:00' }],
    byDay: [{ day: 3, periods: [{ from: '14:30', to: '17:30' }] }],
  }
  expect(weeklyRule(hours)).toEqual([
    { days: '周一、周二、周四、周五', words: '08:30—12:00' },
    { days: '周三', words: '14:30—17:30' },
  ])
})
