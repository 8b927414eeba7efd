import { officeDay, officeStatus, type SpecialDay } from './officeHours'

const hours = {
  days: [1, 2, 3, 4, 5],
  periods: [
    { from: '14:30', to: '17:30' },
    { from: '08:30', to: '12:00' },
  ],
}
/** Wall clock in Shanghai, 2026-11; the 23rd is a Monday. */
const shanghai = (text: string) => Date.parse(`2026-11-${text}:00+08:00`)

it.each([
  ['23T08:29', false, '23T08:30'],
  ['23T08:30', true, '23T12:00'],
  ['23T12:00', false, '23T14:30'],
  ['23T17:29', true, '23T17:30'],
  ['23T17:30', false, '24T08:30'],
  ['27T18:00', false, '30T08:30'],
  ['28T10:00', false, '30T08:30'],
])('at %s the office is open: %s, until %s', (now, open, changesAt) => {
  expect(officeStatus(hours, shanghai(now))).toEqual({ open, changesAt: shanghai(changesAt) })
})

it('says that an office without days never opens', () => {
  expect(officeStatus({ ...hours, days: [] }, shanghai('23T10:00'))).toEqual({ open: false, changesAt: null })
})

describe('around a public holiday', () => {
  const at = (text: string) => Date.parse(`${text}:00+08:00`)
  const holiday = (date: string): SpecialDay => ({ date, kind: 'holiday', name: '国庆节' })
  const special: SpecialDay[] = [
    { date: '2026-09-20', kind: 'workday', name: '国庆节调休' },
    ...['01', '02', '03', '04', '05', '06', '07'].map((day) => holiday(`2026-10-${day}`)),
    { date: '2026-10-10', kind: 'workday', name: '国庆节调休' },
  ]

  it.each([
    ['2026-09-30T17:00', true, '2026-09-30T17:30'],
    ['2026-09-30T18:00', false, '2026-10-08T08:30'],
    ['2026-10-01T10:00', false, '2026-10-08T08:30'],
    ['2026-10-09T18:00', false, '2026-10-10T08:30'],
    ['2026-10-10T09:00', true, '2026-10-10T12:00'],
    ['2026-10-10T18:00', false, '2026-10-12T08:30'],
  ])('at %s the office is open: %s, until %s', (now, open, changesAt) => {
    expect(officeStatus(hours, at(now), special)).toEqual({ open, changesAt: at(changesAt) })
  })

  it('finds the next opening however long the office is closed', () => {
    const month = Array.from({ length: 30 }, (_day, index) => holiday(`2026-11-${String(index + 1).padStart(2, '0')}`))
    expect(officeStatus(hours, at('2026-11-02T10:00'), month)).toEqual({
      open: false,
      changesAt: at('2026-12-01T08:30'),
    })
  })

  it('names the reason of a day that is not as its weekday', () => {
    expect(officeDay(hours, special, at('2026-10-07T10:00'))).toEqual({ open: false, special: holiday('2026-10-07') })
    expect(officeDay(hours, special, at('2026-10-10T10:00')).special?.name).toBe('国庆节调休')
    expect(officeDay(hours, special, at('2026-10-08T10:00'))).toEqual({ open: true, special: null })
  })
})
