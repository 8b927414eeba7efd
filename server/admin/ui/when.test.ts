import { NOW, whenInput, whenProblem } from './when'

const now = Date.parse('2026-11-23T06:00:00Z')

it('needs no time when it is to happen at once', () => {
  expect(whenProblem({ later: false, at: now - 1 }, now)).toBeUndefined()
  expect(whenInput({ later: false, at: now })).toBeNull()
  expect(whenInput(NOW)).toBeNull()
})

it('asks for a time, and for one that is still ahead', () => {
  expect(whenProblem({ later: true, at: null }, now)).toBe('请填写此项。')
  expect(whenProblem({ later: true, at: now }, now)).toContain('已经过去')
  expect(whenProblem({ later: true, at: now + 60_000 }, now)).toBeUndefined()
  expect(whenInput({ later: true, at: now })).toBe('2026-11-23T06:00:00.000Z')
})
