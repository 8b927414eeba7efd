import { checkSetup } from './setupRules'

const whole = { code: 'ABCD', login: 'lin', name: '林晓岚', password: '海边的风很大', repeat: '' }
const filled = { ...whole, password: '海边的风今天真的很大', repeat: '海边的风今天真的很大' }

describe('the first administrator', () => {
  it('is made of a code, an account, a name and a long password', () => {
    expect(checkSetup(filled)).toEqual({})
  })

  it('hears that the password is too short before anything is sent', () => {
    expect(checkSetup({ ...whole, repeat: whole.password })).toEqual({ password: '至少需要 10 个字符。' })
  })

  it('hears that the two passwords differ', () => {
    expect(checkSetup({ ...filled, repeat: '另一句' })).toHaveProperty('repeat')
  })

  it('hears that an account takes no Chinese', () => {
    expect(checkSetup({ ...filled, login: '李' }).login).toBe('只能使用字母、数字和 . _ @ - 。')
  })
})
