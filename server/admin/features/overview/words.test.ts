import { bestHours, changeWords } from './words'

it('compares with the same time before, and only when there was something', () => {
  expect(changeWords({ total: 112, before: 100 }, 30)).toBe('比前 30 天多 12%')
  expect(changeWords({ total: 50, before: 100 }, 7)).toBe('比前 7 天少 50%')
  expect(changeWords({ total: 100, before: 100 }, 7)).toBe('与前 7 天持平')
  expect(changeWords({ total: 9, before: 0 }, 7)).toBe('前 7 天没有记录')
})

it('names the two hours in which members read most, also around midnight, and nothing from a handful', () => {
  const hours = Array.from({ length: 24 }, () => 1)
  expect(bestHours(hours)).toBeNull()
  expect(bestHours(hours.map((value, hour) => (hour === 20 || hour === 21 ? 40 : value)))).toBe('20:00—22:00')
  expect(bestHours(hours.map((value, hour) => (hour === 23 || hour === 0 ? 40 : value)))).toBe('23:00—01:00')
})
