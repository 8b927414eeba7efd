import { App, Button, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import type { OneTimeLink } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import styles from './Staff.module.css'

export const joinAddress = ({ token }: OneTimeLink): string => `${window.location.origin}/admin/join#${token}`

/** A link that is shown this once, ready to be copied. The token stands behind `#`, so that no log on the way has it. */
export function OneTimeLinkBox({ link }: { link: OneTimeLink }) {
  const { message } = App.useApp()
  const box = useRef<InputRef>(null)
  const address = joinAddress(link)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      message.success(t('链接已复制', 'The link is copied'))
    } catch {
      // without https the browser keeps the clipboard closed
      box.current?.select()
      message.info(t('请按 Ctrl+C 复制已选中的链接', 'Press Ctrl+C to copy the selected link'))
    }
  }
  return (
    <div className={styles.dialog}>
      <Field
        label={t('一次性链接', 'One-time link')}
        hint={t(
          `只显示这一次，${formatTableTime(Date.parse(link.expiresAt))} 前有效，使用一次后失效。请通过可靠的方式发给本人。`,
          `Shown this once, valid until ${formatTableTime(Date.parse(link.expiresAt))}, works once. Hand it over in a way you trust.`,
        )}
      >
        {({ status: _status, ...control }) => (
          <Input {...control} ref={box} readOnly value={address} onFocus={(event) => event.target.select()} />
        )}
      </Field>
      <Button type="primary" onClick={() => void copy()}>
        {t('复制链接', 'Copy the link')}
      </Button>
    </div>
  )
}
