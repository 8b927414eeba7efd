import { Alert, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { When } from '../../ui/when'
import { WhenChoice } from '../../ui/WhenChoice'
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
  when: When
  whenProblem: string | undefined
  onWhen: (when: When) => void
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
          《{props.title}》将发布到“{props.channel}”，
          {props.when.later ? '到设定的时间自动发布；此前仍可修改。' : '会员立即可见。'}
        </p>
        <WhenChoice
          label="发布时间"
          names={{ now: '立即发布', later: '定时发布' }}
          when={props.when}
          error={props.whenProblem}
          onChange={props.onWhen}
        />
        {props.problem !== undefined && <Alert type="error" title={props.problem} />}
        {props.children}
      </div>
    </Modal>
  )
}
