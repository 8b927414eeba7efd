import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { call } from '../../api/call'
import { ApiError, isCode, wordsFor, type FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { newPasswordProblems } from '../session/newPassword'
import { PASSWORD_MIN } from '../session/setupRules'
import styles from '../staff/Staff.module.css'
import { ownSessionsQuery } from './queries'
import { fieldWords } from '../../ui/words'
import { t } from '../../ui/language'

const EMPTY = { current: '', next: '', repeat: '' }

export function PasswordForm() {
  const [values, setValues] = useState(EMPTY)
  const [problems, setProblems] = useState<FieldErrors>({})
  const client = useQueryClient()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: () => call('PUT /api/admin/me/password', { body: { current: values.current, next: values.next } }),
    onSuccess: () => {
      setValues(EMPTY)
      message.success(t('密码已修改，其他设备已退出登录', 'The password is changed; other devices are logged out'))
      void client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })
    },
  })
  const wrong = isCode(change.error, 'password_wrong')
  const refused: FieldErrors = change.error instanceof ApiError ? change.error.fields : {}
  const fields: FieldErrors = { ...refused, ...(wrong ? { current: wordsFor(change.error) } : {}), ...problems }
  const bind = (name: keyof typeof EMPTY) => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = newPasswordProblems(values.next, values.repeat)
    const all: FieldErrors = {
      ...(values.current === '' ? { current: fieldWords('required') } : {}),
      ...(found.password === undefined ? {} : { next: found.password }),
      ...(found.repeat === undefined ? {} : { repeat: found.repeat }),
    }
    setProblems(all)
    if (Object.keys(all).length === 0) change.mutate()
  }
  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password" className={styles.title}>
        {t('修改密码', 'Change the password')}
      </h2>
      {change.error !== null && !wrong && <Alert type="error" title={wordsFor(change.error)} />}
      <form className={styles.form} onSubmit={submit} noValidate aria-labelledby="password">
        <Field label={t('当前密码', 'Current password')} error={fields.current}>
          {(control) => <Input.Password {...control} {...bind('current')} autoComplete="current-password" />}
        </Field>
        <Field
          label={t('新密码', 'New password')}
          hint={t(
            `至少 ${PASSWORD_MIN} 个字符，可以是一句容易记住的话。`,
            `At least ${PASSWORD_MIN} characters; a sentence that is easy to remember will do.`,
          )}
          error={fields.next}
        >
          {(control) => <Input.Password {...control} {...bind('next')} autoComplete="new-password" />}
        </Field>
        <Field label={t('确认新密码', 'Repeat the new password')} error={fields.repeat}>
          {(control) => <Input.Password {...control} {...bind('repeat')} autoComplete="new-password" />}
        </Field>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('修改密码', 'Change the password')}
        </Button>
      </form>
    </section>
  )
}
