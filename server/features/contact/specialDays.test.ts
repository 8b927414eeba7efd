import { officeStatus } from '../../../shared/domain/officeHours'
import { PUBLIC_DAYS } from './publicHolidays'
import { DAYS_AHEAD, specialDaysFrom } from './specialDays'

const hours = { days: [1, 2, 3, 4, 5], periods: [{ from: '08:30', to: '17:30' }] }
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('the public days of the package', () => {
  it('has the year 2026 as the State Council announced it', () => {
    const of2026 = PUBLIC_DAYS.filter(({ date }) => date.startsWith('2026-'))
    expect(of2026.filter(({ kind }) => kind === 'holiday')).toHaveLength(33)
    expect(of2026.filter(({ kind }) => kind === 'workday').map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(of2026).toContainEqual({ date: '2026-10-01', kind: 'holiday', name: '国庆节' })
    expect(of2026).toContainEqual({ date: '2026-10-10', kind: 'workday', name: '国庆节调休' })
  })

  it('gives each date once, in order, and its name in Chinese', () => {
    const dates = PUBLIC_DAYS.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].sort())
    for (const { name } of PUBLIC_DAYS) expect(name).toMatch(/^[\p{Script=Han}、\d]+$/u)
  })
})

describe('the special days of the card', () => {
  it('run from today on, for a bounded time', () => {
    const days = specialDaysFrom(at('2026-10-03T00:00:00'), [])
    expect(days[0]).toEqual({ date: '2026-10-03', kind: 'holiday', name: '国庆节' })
    expect(days[days.length - 1]?.date).toBe('2026-10-10')
    const far = [{ date: '2027-03-01', kind: 'holiday' as const, name: '远在以后' }]
    expect(specialDaysFrom(at('2026-10-03T23:59:59'), far)).toEqual(days)
    expect(DAYS_AHEAD).toBe(120)
  })

  it('let the association’s own day win over the public one', () => {
    const own = [
      { date: '2026-10-10', kind: 'holiday' as const, name: '搬家' },
      { date: '2026-10-17', kind: 'workday' as const, name: '年会值班' },
    ]
    const days = specialDaysFrom(at('2026-10-09T18:00:00'), own)
    expect(days).toEqual(own)
    expect(officeStatus(hours, at('2026-10-09T18:00:00'), days).changesAt).toBe(at('2026-10-12T08:30:00'))
    expect(officeStatus(hours, at('2026-10-17T10:00:00'), days).open).toBe(true)
  })
})
