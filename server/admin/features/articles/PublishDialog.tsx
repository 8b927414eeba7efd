import { Alert, Modal } from 'antd'
import type { ReactNode } from 'react'
import styles from './PublishDialog.module.css'

interface PublishDialogProps {
  open: boolean
  title: string
  channel: string
  /** What the button will do, in its own words, such as 发布并通知 12 人. */
  action: string
  working: boolean
  problem: string | undefined
  wide: boolean
  onCancel: () => void
  onPublish: () => void
  /** The decision to tell subscribers, for events. */
  children?: ReactNode
}

export function PublishDialog(props: PublishDialogProps) {
  return (
    <Modal
      scrollLock={false}
      title="发布文章"
      open={props.open}
      width={props.wide ? 880 : 480}
      mask={{ closable: false }}
      destroyOnHidden
      okText={props.action}
      cancelText="取消"
      confirmLoading={props.working}
      onCancel={props.onCancel}
      onOk={props.onPublish}
    >
      <div className={styles.body}>
        <p>
          《{props.title}》将发布到“{props.channel}”，会员立即可见。
        </p>
        {props.problem !== undefined && <Alert type="error" title={props.problem} />}
        {props.children}
      </div>
    </Modal>
  )
}
