import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { fieldWords } from '../../ui/words'
import { QrCode } from './QrCode'
import styles from './TwoStep.module.css'

interface ConfirmAppProps {
  app: { secret: string; address: string }
  onCodes: (codes: string[]) => void
}

/** In groups of four, as people copy it. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The secret as a QR code and as text, and the first code of the app. */
export function ConfirmApp({ app, onCodes }: ConfirmAppProps) {
  const [code, setCode] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const confirm = useMutation({
    mutationFn: () => call('POST /api/admin/me/two-step/confirm', { body: { code: code.trim() } }),
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  const isWrong = isCode(confirm.error, 'second_step_wrong')
  const problem = isMissing ? fieldWords('required') : isWrong ? wordsFor(confirm.error) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(code.trim() === '')
    if (code.trim() !== '') confirm.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {confirm.error !== null && !isWrong && <Alert type="error" title={wordsFor(confirm.error)} />}
      <p>
        {t(
          '用身份验证器应用（如腾讯身份验证器小程序、Microsoft Authenticator、Google Authenticator）扫描二维码。',
          'Scan this with an authenticator app.',
        )}
      </p>
      <QrCode text={app.address} label={t('两步验证二维码', 'QR code of the second step')} />
      <div>
        <p className={styles.soft}>{t('无法扫码时，在应用中手动输入密钥：', 'Or type this secret into the app:')}</p>
        <p className={styles.secret} aria-label={t('密钥', 'Secret')}>
          {inGroups(app.secret)}
        </p>
      </div>
      <Field
        label={t('验证码', 'Code')}
        hint={t('应用中显示的 6 位数字。', 'The six digits that the app shows.')}
        error={problem}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {t('启用', 'Turn on')}
      </Button>
    </form>
  )
}
