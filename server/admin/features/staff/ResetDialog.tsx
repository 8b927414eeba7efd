import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import type { Colleague } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { OneTimeLinkBox } from './OneTimeLinkBox'
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
        将为 {colleague.name} 生成一个一次性链接，24
        小时内有效。对方用它设置新密码后，原密码失效，所有设备都会退出登录。
      </p>
      <Button type="primary" loading={offer.isPending} onClick={() => offer.mutate()}>
        生成重置链接
      </Button>
    </div>
  )
}

export function ResetDialog({ colleague, onClose }: { colleague: Colleague | null; onClose: () => void }) {
  return (
    <Modal
      scrollLock={false}
      title="重置密码"
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
