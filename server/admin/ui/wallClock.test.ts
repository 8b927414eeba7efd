import dayjs from 'dayjs'
import { fromPicker, toPicker } from './wallClock'

const HALF_PAST_TWO = Date.parse('2026-11-23T06:30:00Z')

describe('the picker at an office computer in any zone', () => {
  it('shows the clock of Shanghai', () => {
    expect(toPicker(HALF_PAST_TWO).format('YYYY-MM-DD HH:mm')).toBe('2026-11-23 14:30')
  })

  it('gives back the instant that it was given', () => {
    expect(fromPicker(toPicker(HALF_PAST_TWO))).toBe(HALF_PAST_TWO)
  })

  it('reads a typed clock as Shanghai’s, not as the computer’s', () => {
    expect(fromPicker(dayjs(new Date(2026, 10, 23, 14, 30)))).toBe(HALF_PAST_TWO)
  })

  it('keeps an hour that summer time skips elsewhere', () => {
    const skippedInNewYork = Date.parse('2026-03-07T18:30:00Z')
    expect(toPicker(skippedInNewYork).format('MM-DD HH:mm')).toBe('03-08 02:30')
    expect(fromPicker(toPicker(skippedInNewYork).minute(45))).toBe(skippedInNewYork + 15 * 60_000)
  })
})
