import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import type { Colleague } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { OneTimeLinkBox } from './OneTimeLinkBox'
import { t } from '../../ui/language'
import styles from './Staff.module.css'

function ResetStep({ colleague }: { colleague: Colleague }) {
  const offer = useMutation({
    mutationFn: () => call('POST /api/admin/staff/{id}/reset', { params: { id: colleague.id } }),
  })
  if (offer.data !== undefined) return <OneTimeLinkBox link={offer.data} />
  return (
    <div className={styles.dialog}>
      {offer.error !== null && <Alert type="error" title={wordsFor(offer.error)} />}
      <p>
        {t(
          `将为 ${colleague.name} 生成一个一次性链接，24 小时内有效。对方用它设置新密码后，原密码失效，所有设备都会退出登录。`,
          `A one-time link for ${colleague.name}, valid for 24 hours. Once it is used the old password stops working and all devices are logged out.`,
        )}
      </p>
      <Button type="primary" loading={offer.isPending} onClick={() => offer.mutate()}>
        {t('生成重置链接', 'Make a reset link')}
      </Button>
    </div>
  )
}

export function ResetDialog({ colleague, onClose }: { colleague: Colleague | null; onClose: () => void }) {
  return (
    <Modal
      scrollLock={false}
      title={t('重置密码', 'Reset password')}
      open={colleague !== null}
      footer={null}
      width={480}
      destroyOnHidden
      onCancel={onClose}
    >
      {colleague !== null && <ResetStep colleague={colleague} />}
    </Modal>
  )
}
