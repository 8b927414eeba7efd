import { clockNow, hearServerDate } from './clock'

const HOUR_MS = 3_600_000
const dateHeader = (ahead: number) => new Date(Date.now() + ahead).toUTCString()
const aheadBy = () => clockNow() - Date.now()

afterEach(() => hearServerDate(dateHeader(0)))

describe('the time that the app goes by', () => {
  it('is the server’s when the phone’s clock is wrong', () => {
    hearServerDate(dateHeader(30 * HOUR_MS))
    expect(Math.abs(aheadBy() - 30 * HOUR_MS)).toBeLessThan(2_000)
    hearServerDate(dateHeader(-5 * HOUR_MS))
    expect(Math.abs(aheadBy() + 5 * HOUR_MS)).toBeLessThan(2_000)
  })

  it('is the phone’s when both agree within two minutes, and again once they do', () => {
    hearServerDate(dateHeader(HOUR_MS))
    hearServerDate(dateHeader(-90_000))
    expect(aheadBy()).toBe(0)
  })

  it.each([undefined, null, '', 'yesterday', 7])('stays as it was after an answer with the date %p', (date) => {
    hearServerDate(dateHeader(HOUR_MS))
    hearServerDate(date)
    expect(aheadBy()).toBeGreaterThan(HOUR_MS - 2_000)
  })
})
