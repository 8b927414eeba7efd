import { fieldWords } from '../../ui/words'
import { t } from '../../ui/language'

export const PASSWORD_MIN = 10

export interface SetupValues {
  code: string
  login: string
  name: string
  password: string
  repeat: string
}

/** Problems that can be told without asking the server, by field; the server checks again by the contract. */
export function checkSetup(values: SetupValues): Partial<Record<keyof SetupValues, string>> {
  const problems: Partial<Record<keyof SetupValues, string>> = {}
  if (values.code.trim() === '') problems.code = fieldWords('required')
  if (values.name.trim() === '') problems.name = fieldWords('required')
  const login = values.login.trim()
  if (login === '') problems.login = fieldWords('required')
  else if (!/^[A-Za-z0-9._@-]+$/.test(login))
    problems.login = t('只能使用字母、数字和 . _ @ - 。', 'Letters, digits and . _ @ - only.')
  else if (login.length < 3) problems.login = fieldWords('too_short', { limit: 3 })
  if (values.password.length < PASSWORD_MIN) problems.password = fieldWords('too_short', { limit: PASSWORD_MIN })
  if (values.repeat !== values.password) problems.repeat = t('两次填写的密码不一致。', 'The two passwords differ.')
  return problems
}
