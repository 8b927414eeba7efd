import { addSample, leftWords, ratePerSecond, rateWords, type Sample } from './pace'

const after = (samples: Sample[]) => samples.reduce<Sample[]>(addSample, [])

it('says nothing of the rate before it has seen a second', () => {
  expect(ratePerSecond(after([{ at: 0, done: 0 }]))).toBeNull()
  expect(
    ratePerSecond(
      after([
        { at: 0, done: 0 },
        { at: 400, done: 90 },
      ]),
    ),
  ).toBeNull()
})

it('measures over the last twenty seconds, not from the beginning', () => {
  const samples = Array.from({ length: 60 }, (_, second) => ({
    at: second * 1000,
    done: second < 30 ? 0 : (second - 30) * 10,
  }))
  expect(ratePerSecond(after(samples))).toBeCloseTo(10, 5)
  expect(after(samples).length).toBeLessThan(25)
})

it('tells the rate and the time that is left in words', () => {
  expect(rateWords(120.4)).toBe('每秒约 120 人')
  expect(rateWords(0.25)).toBe('每分钟约 15 人')
  expect(leftWords(30, 10)).toBe('预计 1 分钟内完成')
  expect(leftWords(6000, 10)).toBe('预计还需 10 分钟')
  expect(leftWords(72_000, 10)).toBe('预计还需 2 小时')
  expect(leftWords(78_000, 10)).toBe('预计还需 2 小时 10 分钟')
  expect(leftWords(100, 0)).toBeNull()
})
