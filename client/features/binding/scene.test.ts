import { codeOf } from './scene'

describe('what a binding code hands over', () => {
  it('comes in percent signs, and what is broken is no code', () => {
    expect(codeOf('AbC_-9')).toBe('AbC_-9')
    expect(codeOf(encodeURIComponent('a=b'))).toBe('a=b')
    expect(codeOf('%E0%A4%A')).toBe('')
    expect(codeOf(undefined)).toBe('')
  })
})
