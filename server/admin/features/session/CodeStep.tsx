import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { OwnStaff } from '../../../../shared/contract'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { fieldWords } from '../../ui/words'
import styles from './forms.module.css'

interface CodeStepProps {
  /** Of the half login. */
  token: string
  onDone: (staff: OwnStaff) => void
  /** `late`: the half login has expired. */
  onBack: (late: boolean) => void
}

/** The code of the authenticator app, or a recovery code when the phone is not at hand. */
export function CodeStep({ token, onDone, onBack }: CodeStepProps) {
  const [code, setCode] = useState('')
  const [recovers, setRecovers] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const enter = useMutation({
    mutationFn: () => call('POST /api/admin/session/second-step', { body: { token, code: code.trim() } }),
    onSuccess: onDone,
    onError: (error) => {
      if (isCode(error, 'second_step_expired')) onBack(true)
    },
  })
  const isWrong = isCode(enter.error, 'second_step_wrong')
  const problem = isMissing ? fieldWords('required') : isWrong ? wordsFor(enter.error) : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(code.trim() === '')
    if (code.trim() !== '') enter.mutate()
  }
  const change = () => {
    setRecovers(!recovers)
    setCode('')
    setIsMissing(false)
    enter.reset()
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {enter.error !== null && !isWrong && <Alert type="error" showIcon={false} title={wordsFor(enter.error)} />}
      <Field
        key={recovers ? 'recovery' : 'app'}
        label={recovers ? t('恢复码', 'Recovery code') : t('验证码', 'Code')}
        hint={
          recovers
            ? t('启用两步验证时保存的恢复码，每个只能使用一次。', 'One of the codes that you kept; each works once.')
            : t(
                '打开手机上的身份验证器应用，输入其中的 6 位数字。',
                'The six digits that your authenticator app shows.',
              )
        }
        error={problem}
      >
        {(control) => (
          <Input
            {...control}
            size="large"
            className={styles.code}
            autoComplete="one-time-code"
            inputMode={recovers ? 'text' : 'numeric'}
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
        {t('验证并登录', 'Check and log in')}
      </Button>
      <div className={styles.ways}>
        <Button type="link" onClick={change}>
          {recovers ? t('使用验证码', 'Use the app') : t('手机不在身边？使用恢复码', 'No phone? Use a recovery code')}
        </Button>
        <Button type="link" onClick={() => onBack(false)}>
          {t('返回', 'Back')}
        </Button>
      </div>
    </form>
  )
}
