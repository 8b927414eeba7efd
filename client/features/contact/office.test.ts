import { fromWallClock } from '../../../shared/domain/time'
import { describeDays, describeStatus, statusNow } from './office'

const at = (day: number, hour: number, minute = 0) => fromWallClock({ year: 2026, month: 11, day, hour, minute })
const hours = { days: [1, 2, 3, 4, 5], periods: [{ from: '08:30', to: '12:00' }] }

describe('whether somebody is in the office', () => {
  it('says when it closes', () => {
    expect(describeStatus({ open: true, changesAt: at(23, 12) }, at(23, 9))).toEqual({
      state: '办公中',
      next: '12:00 结束',
    })
  })

  it('says when it opens again, by the nearest name of the day', () => {
    const next = (now: number, changesAt: number) => describeStatus({ open: false, changesAt }, now).next
    expect(next(at(23, 7), at(23, 8, 30))).toBe('今天 08:30 开始办公')
    expect(next(at(23, 20), at(24, 8, 30))).toBe('明天 08:30 开始办公')
    expect(next(at(27, 20), at(30, 8, 30))).toBe('周一 08:30 开始办公')
  })

  it('is worked out again when the answer from before has run out', () => {
    const said = { open: true, changesAt: new Date(at(23, 12)).toISOString() }
    expect(statusNow(said, hours, at(23, 11)).open).toBe(true)
    expect(statusNow(said, hours, at(23, 13))).toEqual({ open: false, changesAt: at(24, 8, 30) })
  })
})

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
