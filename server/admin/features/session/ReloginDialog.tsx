import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { closeSessionGate, watchSessionGate } from '../../api/sessionGate'
import { LoginForm } from './LoginForm'
import { sessionQuery } from './queries'
import { t } from '../../ui/language'
import styles from './ReloginDialog.module.css'

/** Opens over whatever is being done when the session has ended; afterwards the work goes on where it stopped. */
export function ReloginDialog({ login }: { login: string }) {
  const [open, setOpen] = useState(false)
  const client = useQueryClient()
  useEffect(() => watchSessionGate(setOpen), [])

  return (
    <Modal
      scrollLock={false}
      title={t('登录已过期', 'Your session has ended')}
      open={open}
      footer={null}
      width={400}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={() => closeSessionGate(false)}
    >
      <p className={styles.text}>
        {t(
          '请重新登录。页面上的内容都还在，登录后会接着完成刚才的操作。',
          'Log in again. Everything on the page is still there, and what you were doing goes on.',
        )}
      </p>
      <LoginForm
        account={login}
        onDone={(staff) => {
          client.setQueryData(sessionQuery.queryKey, staff)
          closeSessionGate(true)
        }}
      />
    </Modal>
  )
}
