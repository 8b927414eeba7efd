import { Input } from 'antd'
import { isCode, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'

export interface Proof {
  password: string
  code: string
}

interface ProofFieldsProps {
  proof: Proof
  /** Whether the account logs in with two steps. */
  withCode: boolean
  error: Error | null
  onChange: (proof: Proof) => void
}

export const isProofError = (error: Error | null): boolean =>
  isCode(error, 'password_wrong') || isCode(error, 'second_step_wrong')

export const bodyOf = ({ password, code }: Proof) => ({
  password,
  ...(code.trim() === '' ? {} : { code: code.trim() }),
})

/** Password and code once more: an open browser is not enough for what follows. */
export function ProofFields({ proof, withCode, error, onChange }: ProofFieldsProps) {
  return (
    <>
      <Field
        label={t('登录密码', 'Your password')}
        error={isCode(error, 'password_wrong') ? wordsFor(error) : undefined}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="current-password"
            value={proof.password}
            onChange={(event) => onChange({ ...proof, password: event.target.value })}
          />
        )}
      </Field>
      {withCode && (
        <Field
          label={t('验证码或恢复码', 'Code or recovery code')}
          error={isCode(error, 'second_step_wrong') ? wordsFor(error) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="one-time-code"
              maxLength={40}
              value={proof.code}
              onChange={(event) => onChange({ ...proof, code: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
