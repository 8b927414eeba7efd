import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { isCode, wordsFor, type FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { fieldWords } from '../../ui/words'
import styles from './TwoStep.module.css'

export interface Proven {
  password: string
  code: string
}

interface ProveDialogProps<T> {
  title: string
  text: string
  yes: string
  danger?: boolean
  run: (proven: Proven) => Promise<T>
  onDone: (answer: T) => void
  onClose: () => void
}

/** Asks for password and code, as the login does, before what cannot be taken back. */
export function ProveDialog<T>({ title, text, yes, danger = false, run, onDone, onClose }: ProveDialogProps<T>) {
  const [values, setValues] = useState<Proven>({ password: '', code: '' })
  const [missing, setMissing] = useState<FieldErrors>({})
  const move = useMutation({ mutationFn: () => run({ ...values, code: values.code.trim() }), onSuccess: onDone })
  const refused: FieldErrors = isCode(move.error, 'password_wrong')
    ? { password: wordsFor(move.error) }
    : isCode(move.error, 'second_step_wrong')
      ? { code: wordsFor(move.error) }
      : {}
  const fields = { ...refused, ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty: FieldErrors = {}
    if (values.password === '') empty.password = fieldWords('required')
    if (values.code.trim() === '') empty.code = fieldWords('required')
    setMissing(empty)
    if (Object.keys(empty).length === 0) move.mutate()
  }
  return (
    <Modal scrollLock={false} title={title} open footer={null} width={440} onCancel={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
        <p>{text}</p>
        {move.error !== null && Object.keys(refused).length === 0 && (
          <Alert type="error" title={wordsFor(move.error)} />
        )}
        <Field label={t('登录密码', 'Your password')} error={fields.password}>
          {(control) => (
            <Input.Password
              {...control}
              autoFocus
              autoComplete="current-password"
              value={values.password}
              onChange={(event) => setValues({ ...values, password: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('验证码或恢复码', 'Code or recovery code')} error={fields.code}>
          {(control) => (
            <Input
              {...control}
              autoComplete="one-time-code"
              maxLength={40}
              value={values.code}
              onChange={(event) => setValues({ ...values, code: event.target.value })}
            />
          )}
        </Field>
        <div className={styles.row}>
          <Button type="primary" danger={danger} htmlType="submit" loading={move.isPending}>
            {yes}
          </Button>
          <Button onClick={onClose}>{t('返回', 'Back')}</Button>
        </div>
      </form>
    </Modal>
  )
}
