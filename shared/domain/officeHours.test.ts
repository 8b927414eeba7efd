import { officeStatus } from './officeHours'

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
