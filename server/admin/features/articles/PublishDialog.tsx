import { Alert, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { When } from '../../ui/when'
import { WhenChoice } from '../../ui/WhenChoice'
import { t } from '../../ui/language'
import { WithdrawalField } from './WithdrawalField'
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
  withdrawal: When
  withdrawalProblem: string | undefined
  onWithdrawal: (when: When) => void
  onCancel: () => void
  onPublish: () => void
  /** The decision to tell subscribers, for events. */
  children?: ReactNode
}

export function PublishDialog(props: PublishDialogProps) {
  return (
    <Modal
      scrollLock={false}
      title={t('发布文章', 'Publish the article')}
      open={props.open}
      width={props.wide ? 880 : 480}
      mask={{ closable: false }}
      destroyOnHidden
      okText={props.action}
      cancelText={t('取消', 'Cancel')}
      confirmLoading={props.working}
      onCancel={props.onCancel}
      onOk={props.onPublish}
    >
      <div className={styles.body}>
        <p>
          {t(
            `《${props.title}》将发布到“${props.channel}”，`,
            `“${props.title}” will be published in “${props.channel}”, `,
          )}
          {props.when.later
            ? t('到设定的时间自动发布；此前仍可修改。', 'at the set time; until then it can be changed.')
            : t('会员立即可见。', 'and members see it at once.')}
        </p>
        <WhenChoice
          label={t('发布时间', 'Publish')}
          names={{ now: t('立即发布', 'Now'), later: t('定时发布', 'Later') }}
          when={props.when}
          error={props.whenProblem}
          onChange={props.onWhen}
        />
        <WithdrawalField
          when={props.withdrawal}
          near={props.when.later ? props.when.at : null}
          error={props.withdrawalProblem}
          onChange={props.onWithdrawal}
        />
        {props.problem !== undefined && <Alert type="error" title={props.problem} />}
        {props.children}
      </div>
    </Modal>
  )
}
