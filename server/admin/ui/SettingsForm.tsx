import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { t } from './language'

interface SettingsFormProps {
  /** What is set, such as 通知设置; names the form. */
  name: string
  className: string | undefined
  mayChange: boolean
  /** Why it was not kept, in words; undefined when nothing is wrong. */
  problem: string | undefined
  saving: boolean
  /** Words on the button; null where the form has a button of its own. */
  save?: string | null
  /** Nothing to keep, or nothing that could be. */
  still?: boolean
  /** Called only where it may be kept as it stands; the fields say what is wrong before. */
  onSave: () => void
  children: ReactNode
}

/** A form of the settings: who may change it, why it was not kept, and the button below. */
export function SettingsForm(props: SettingsFormProps) {
  const { name, mayChange, problem, saving, save = t('保存', 'Save'), still = false } = props
  return (
    <form
      className={props.className}
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave()
      }}
    >
      {!mayChange && (
        <Alert type="info" title={t(`只有管理员可以修改${name}。`, `Only administrators may change this: ${name}.`)} />
      )}
      {problem !== undefined && <Alert type="error" title={problem} />}
      {props.children}
      {mayChange && save !== null && (
        <div>
          <Button type="primary" htmlType="submit" loading={saving} disabled={still}>
            {save}
          </Button>
        </div>
      )}
    </form>
  )
}
