import type { SpecialDay } from '../../../shared/domain/officeHours'
import { fromWallClock } from '../../../shared/domain/time'
import { comingChanges, describeStatus, nextDays, type Office } from './office'

const at = (day: number, hour: number, minute = 0, month = 11) =>
  fromWallClock({ year: 2026, month, day, hour, minute })
const officeHours = { days: [1, 2, 3, 4, 5], periods: [{ from: '08:30', to: '12:00' }] }
const usual: Office = { officeHours, specialDays: [] }
const holiday = (day: number): SpecialDay => ({ date: `2026-10-0${day}`, kind: 'holiday', name: '国庆节' })
const october: Office = {
  officeHours,
  specialDays: [...[1, 2, 3, 4, 5, 6, 7].map(holiday), { date: '2026-10-10', kind: 'workday', name: '国庆节调休' }],
}

describe('whether somebody is in the office', () => {
  it('says when it closes', () => {
    expect(describeStatus(usual, at(23, 9))).toEqual({ open: true, state: '办公中', next: '12:00 结束', reason: '' })
  })

  it('says when it opens again, by the nearest name of the day', () => {
    const next = (now: number) => describeStatus(usual, now).next
    expect(next(at(23, 7))).toBe('今天 08:30 开始办公')
    expect(next(at(23, 20))).toBe('明天 08:30 开始办公')
    expect(next(at(27, 20))).toBe('周一 08:30 开始办公')
  })

  it('goes by the clock, not by what the server said when the card was read', () => {
    const card = { ...usual, status: { open: true, changesAt: new Date(at(23, 12)).toISOString() } }
    expect(describeStatus(card, at(23, 11)).open).toBe(true)
    expect(describeStatus(card, at(23, 12)).open).toBe(false)
    expect(describeStatus(card, at(24, 8, 30)).open).toBe(true)
  })

  it('names the holiday, and the day on which the office opens after it', () => {
    expect(describeStatus(october, at(1, 10, 0, 10))).toEqual({
      open: false,
      state: '休息中',
      next: '10月8日 周四 08:30 开始办公',
      reason: '今天休息（国庆节）',
    })
    expect(describeStatus(october, at(10, 9, 0, 10))).toMatchObject({
      open: true,
      reason: '今天照常办公（国庆节调休）',
    })
  })

  it('can be told from a card that an older version has kept', () => {
    const old = { officeHours } as unknown as Office
    expect(describeStatus(old, at(23, 9)).state).toBe('办公中')
  })
})

describe('the hours of the next days', () => {
  it('put days with the same hours together, today by itself', () => {
    expect(nextDays(usual, at(23, 9)).map(({ days, words }) => `${days} ${words}`)).toEqual([
      '今天 周一 08:30—12:00',
      '周二至周五 08:30—12:00',
      '周六、周日 休息',
    ])
  })

  it('name holidays and shifted workdays with their dates', () => {
    expect(nextDays(october, at(29, 9, 0, 9)).map(({ days, words }) => `${days} ${words}`)).toEqual([
      '今天 周二 08:30—12:00',
      '周三 08:30—12:00',
      '10月1日至10月5日 周四至周一 休息（国庆节）',
    ])
    expect(nextDays(october, at(8, 9, 0, 10))).toContainEqual({
      days: '10月10日 周六',
      words: '08:30—12:00（国庆节调休）',
      special: true,
    })
  })

  it('are followed by the changes of the weeks after them', () => {
    expect(comingChanges(october, at(21, 9, 0, 9)).map(({ days, words }) => `${days} ${words}`)).toEqual([
      '10月1日至10月7日 周四至周三 休息（国庆节）',
      '10月10日 周六 照常办公（国庆节调休）',
    ])
    expect(comingChanges(october, at(1, 9, 0, 8))).toEqual([])
  })
})
