import { PASSWORD_MIN } from './setupRules'
import { fieldWords } from '../../ui/words'
import { t } from '../../ui/language'

/** What is wrong with a password that is chosen, before it is sent. */
export const newPasswordProblems = (password: string, repeat: string): { password?: string; repeat?: string } => ({
  ...(password.length < PASSWORD_MIN ? { password: fieldWords('too_short', { limit: PASSWORD_MIN }) } : {}),
  ...(repeat === password ? {} : { repeat: t('两次填写的密码不一致。', 'The two passwords differ.') }),
})
