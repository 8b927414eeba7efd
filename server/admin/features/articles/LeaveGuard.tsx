import { Button, Modal } from 'antd'
import { useBlocker } from 'react-router-dom'
import { t } from '../../ui/language'

interface LeaveGuardProps {
  /** Asked at the moment of leaving. */
  unsaved: () => boolean
  /** Whether the save worked. */
  onSave: () => Promise<boolean>
  onDiscard: () => void
}

/** Asks before a page with unsaved writing is left. */
export function LeaveGuard({ unsaved, onSave, onDiscard }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  const leave = () => blocker.proceed?.()
  const stay = () => blocker.reset?.()
  const saveAndLeave = async () => ((await onSave()) ? leave() : stay())
  return (
    <Modal
      scrollLock={false}
      title={t('修改尚未保存', 'The changes are not saved')}
      open={blocker.state === 'blocked'}
      width={440}
      onCancel={stay}
      footer={[
        <Button
          key="discard"
          danger
          onClick={() => {
            onDiscard()
            leave()
          }}
        >
          {t('放弃修改', 'Discard the changes')}
        </Button>,
        <Button key="stay" onClick={stay}>
          {t('继续编辑', 'Go on editing')}
        </Button>,
        <Button key="save" type="primary" onClick={() => void saveAndLeave()}>
          {t('保存并离开', 'Save and leave')}
        </Button>,
      ]}
    >
      {t('离开后，未保存的内容将不再显示。', 'What is not saved will no longer be shown once you leave.')}
    </Modal>
  )
}
