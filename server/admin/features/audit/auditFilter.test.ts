import { auditFilterFrom, auditFilterTo, auditQueryOf, NO_FILTER } from './auditFilter'

it('comes back from the address as it was put there', () => {
  const filter = { ...NO_FILTER, by: 'program', subject: 'article', from: '2026-11-01', to: '2026-11-23' }
  expect(auditFilterFrom(auditFilterTo(filter))).toEqual(filter)
  expect(auditFilterTo(NO_FILTER).size).toBe(0)
})

it('asks for nothing that is not chosen, and drops days that are none', () => {
  const filter = auditFilterFrom(new URLSearchParams('from=yesterday&action=staff.login'))
  expect(auditQueryOf(filter)).toEqual({ action: 'staff.login' })
})
