import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { ResponseFrom } from '../../../../shared/contract'
import { call } from '../../api/call'
import { ApiError, isCode, wordsFor, type FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { newPasswordProblems } from './newPassword'
import { checkSetup, PASSWORD_MIN } from './setupRules'
import { t } from '../../ui/language'
import styles from './forms.module.css'

interface JoinFormProps {
  token: string
  link: ResponseFrom<'POST /api/admin/staff-links/show'>
  onDone: (login: string) => void
}

/** With an invitation: choose login and password. With a link for a new password: choose that. */
export function JoinForm({ token, link, onDone }: JoinFormProps) {
  const invited = link.kind === 'invite'
  const [values, setValues] = useState({ login: link.login ?? '', password: '', repeat: '' })
  const [problems, setProblems] = useState<FieldErrors>({})
  const use = useMutation({
    mutationFn: () => {
      const { login, password } = values
      return call('POST /api/admin/staff-links/use', {
        body: { token, password, ...(invited ? { login: login.trim() } : {}) },
      })
    },
    onSuccess: ({ login }) => onDone(login),
  })
  const taken = isCode(use.error, 'login_taken')
  const refused: FieldErrors = use.error instanceof ApiError ? use.error.fields : {}
  const fields: FieldErrors = { ...refused, ...(taken ? { login: wordsFor(use.error) } : {}), ...problems }
  const bind = (name: keyof typeof values) => ({
    value: values[name],
    size: 'large' as const,
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { login } = checkSetup({ ...values, code: '-', name: '-' })
    const found: FieldErrors = {
      ...newPasswordProblems(values.password, values.repeat),
      ...(invited && login !== undefined ? { login } : {}),
    }
    setProblems(found)
    if (Object.keys(found).length === 0) use.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {use.error !== null && !taken && <Alert type="error" title={wordsFor(use.error)} />}
      <Field
        label={t('账号', 'Login')}
        hint={
          invited ? t('登录时使用，可用字母、数字和 . _ @ -', 'For logging in: letters, digits and . _ @ -') : undefined
        }
        error={fields.login}
      >
        {(control) => (
          <Input
            {...control}
            {...bind('login')}
            readOnly={!invited}
            autoFocus={invited}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field
        label={t('密码', 'Password')}
        hint={t(
          `至少 ${PASSWORD_MIN} 个字符，可以是一句容易记住的话。`,
          `At least ${PASSWORD_MIN} characters; a sentence that is easy to remember will do.`,
        )}
        error={fields.password}
      >
        {(control) => <Input.Password {...control} {...bind('password')} autoComplete="new-password" />}
      </Field>
      <Field label={t('确认密码', 'Repeat the password')} error={fields.repeat}>
        {(control) => <Input.Password {...control} {...bind('repeat')} autoComplete="new-password" />}
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={use.isPending}>
        {invited ? t('加入', 'Join') : t('设置新密码', 'Choose a new password')}
      </Button>
    </form>
  )
}
