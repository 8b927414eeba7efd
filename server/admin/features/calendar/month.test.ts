import { byDay, monthName, monthsFrom, readMonth, weeksOf } from './month'

const NOW = Date.parse('2026-11-30T23:30:00+08:00')

it('takes the month of the address, and this month of Shanghai for anything else', () => {
  expect(['2026-02', '2026-13', 'x', null].map((text) => readMonth(text, NOW))).toEqual([
    '2026-02',
    '2026-11',
    '2026-11',
    '2026-11',
  ])
})

it('goes over the end of a year, both ways', () => {
  expect([monthsFrom('2026-12', 1), monthsFrom('2027-01', -1), monthName('2027-01')]).toEqual([
    '2027-01',
    '2026-12',
    '2027年1月',
  ])
})

it('lays a month out in weeks from Monday', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null])
  expect(weeksOf('2027-02')).toHaveLength(4)
})

it('puts what begins after midnight in Shanghai on that day', () => {
  const article = { id: 'a', title: '通知' }
  const entry = (at: string) => ({ what: 'published' as const, at: new Date(at).toISOString(), article })
  const days = byDay([entry('2026-11-20T23:59:00+08:00'), entry('2026-11-21T00:01:00+08:00')])
  expect([...days.keys()]).toEqual(['2026-11-20', '2026-11-21'])
})
