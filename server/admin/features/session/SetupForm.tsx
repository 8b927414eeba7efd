import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { OwnStaff } from '../../../../shared/contract'
import { call } from '../../api/call'
import { ApiError, wordsFor, type FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { checkSetup, PASSWORD_MIN, type SetupValues } from './setupRules'
import { t } from '../../ui/language'
import styles from './forms.module.css'

const EMPTY: SetupValues = { code: '', login: '', name: '', password: '', repeat: '' }

/** Makes the first administrator with the one-time code that the server printed. */
export function SetupForm({ onDone }: { onDone: (staff: OwnStaff) => void }) {
  const [values, setValues] = useState(EMPTY)
  const [problems, setProblems] = useState<FieldErrors>({})
  const make = useMutation({
    mutationFn: ({ repeat: _repeat, ...body }: SetupValues) => call('POST /api/admin/setup', { body }),
    onSuccess: onDone,
  })
  const fields = { ...(make.error instanceof ApiError ? make.error.fields : {}), ...problems }
  const bind = (name: keyof SetupValues) => ({
    value: values[name],
    size: 'large' as const,
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkSetup(values)
    setProblems(found)
    if (Object.keys(found).length === 0) make.mutate(values)
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {make.error !== null && <Alert type="error" title={wordsFor(make.error)} />}
      <Field
        label={t('设置码', 'Set-up code')}
        hint={t('服务器启动时显示在控制台，只能使用一次。', 'Shown on the console when the server starts; works once.')}
        error={fields.code}
      >
        {(control) => (
          <Input {...control} {...bind('code')} autoComplete="one-time-code" spellCheck={false} autoFocus />
        )}
      </Field>
      <Field
        label={t('账号', 'Login')}
        hint={t('登录时使用，可用字母、数字和 . _ @ -', 'For logging in: letters, digits and . _ @ -')}
        error={fields.login}
      >
        {(control) => (
          <Input {...control} {...bind('login')} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <Field label={t('姓名', 'Name')} hint={t('显示在操作记录中。', 'Shown in the audit log.')} error={fields.name}>
        {(control) => <Input {...control} {...bind('name')} autoComplete="name" />}
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
      <Button type="primary" htmlType="submit" size="large" block loading={make.isPending}>
        {t('完成设置', 'Finish')}
      </Button>
    </form>
  )
}
