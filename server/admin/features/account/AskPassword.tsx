import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { isCode, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { fieldWords } from '../../ui/words'
import styles from './TwoStep.module.css'

interface AskPasswordProps {
  error: Error | null
  isPending: boolean
  onGiven: (password: string) => void
  onBack?: () => void
}

/** The own password once more: an open browser is not enough for what follows. */
export function AskPassword({ error, isPending, onGiven, onBack }: AskPasswordProps) {
  const [password, setPassword] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const isWrong = isCode(error, 'password_wrong')
  const problem = isMissing ? fieldWords('required') : isWrong ? wordsFor(error) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(password === '')
    if (password !== '') onGiven(password)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {error !== null && !isWrong && <Alert type="error" title={wordsFor(error)} />}
      <Field label={t('登录密码', 'Your password')} error={problem}>
        {(control) => (
          <Input.Password
            {...control}
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.row}>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('继续', 'Continue')}
        </Button>
        {onBack !== undefined && <Button onClick={onBack}>{t('返回', 'Back')}</Button>}
      </div>
    </form>
  )
}
