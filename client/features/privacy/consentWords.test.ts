import { consentWords } from './consentWords'

const given = (version: string) => ({ version, at: '2026-11-23T06:30:00.000Z' })
const at = (current: string, version: string | null) =>
  consentWords({ current, given: version === null ? null : given(version) }, '2026-11-23')

describe('where the consent stands', () => {
  it('can be given when it was not, or was for an older text', () => {
    expect(at('2026-11-23', null)).toMatchObject({ canAgree: true, canWithdraw: false })
    const older = at('2026-11-23', '2025-01-01')
    expect(older).toMatchObject({ canAgree: true, canWithdraw: true })
    expect(older.words).toContain('您于 2026年11月23日 14:30 同意了 2025-01-01 版')
  })

  it('can be withdrawn once given, and not given twice', () => {
    expect(at('2026-11-23', '2026-11-23')).toMatchObject({ canAgree: false, canWithdraw: true })
  })

  it('cannot be given to a text that this package does not show', () => {
    expect(at('2027-02-01', '2026-11-23')).toMatchObject({ canAgree: false, canWithdraw: true })
    expect(at('2027-02-01', null).words).toContain('2027-02-01')
  })
})
