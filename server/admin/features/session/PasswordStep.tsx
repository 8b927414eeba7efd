import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { LoginAnswer } from '../../../../shared/contract'
import { call } from '../../api/call'
import { ApiError, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { errorWords, fieldWords } from '../../ui/words'
import styles from './forms.module.css'

interface PasswordStepProps {
  account: string
  /** Whether somebody comes back because the second step took them too long. */
  isLate: boolean
  onAnswer: (answer: LoginAnswer, login: string) => void
}

export function PasswordStep({ account, isLate, onAnswer }: PasswordStepProps) {
  const [login, setLogin] = useState(account)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const enter = useMutation({
    mutationFn: () => call('POST /api/admin/session', { body: { login: login.trim(), password } }),
    onSuccess: (answer) => onAnswer(answer, login.trim()),
  })
  const fields = { ...(enter.error instanceof ApiError ? enter.error.fields : {}), ...missing }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty: Record<string, string> = {}
    if (login.trim() === '') empty.login = fieldWords('required')
    if (password === '') empty.password = fieldWords('required')
    setMissing(empty)
    if (Object.keys(empty).length === 0) enter.mutate()
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {enter.error !== null && <Alert type="error" showIcon={false} title={wordsFor(enter.error)} />}
      {isLate && enter.error === null && (
        <Alert type="info" showIcon={false} title={errorWords('second_step_expired')} />
      )}
      <Field label={t('账号', 'Account')} error={fields.login}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={account === ''}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('密码', 'Password')} error={fields.password}>
        {(control) => (
          <Input.Password
            {...control}
            size="large"
            autoComplete="current-password"
            autoFocus={account !== ''}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
        {t('登录', 'Log in')}
      </Button>
    </form>
  )
}
