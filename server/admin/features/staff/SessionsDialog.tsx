import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Skeleton } from 'antd'
import type { Colleague } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { SessionList } from '../account/SessionList'
import { colleagueSessionsQuery } from './queries'
import { endSessionsQuestion } from './staffQuestions'
import styles from './Staff.module.css'
import { useStaffMove } from './useStaffMove'
import { t } from '../../ui/language'

function Sessions({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) {
  const list = useQuery(colleagueSessionsQuery(colleague.id))
  const move = useStaffMove()
  if (list.error !== null) return <Alert type="error" title={wordsFor(list.error)} />
  if (list.data === undefined) return <Skeleton active />
  if (list.data.items.length === 0)
    return <p className={styles.soft}>{t('目前没有登录。', 'Not logged in anywhere.')}</p>
  const endAll = async () => {
    await call('DELETE /api/admin/staff/{id}/sessions', { params: { id: colleague.id } })
    onClose()
  }
  return (
    <div className={styles.dialog}>
      <SessionList sessions={list.data.items} />
      <Button
        danger
        onClick={() =>
          move(
            { run: endAll, done: t(`${colleague.name} 已全部退出登录`, `${colleague.name} is logged out everywhere`) },
            endSessionsQuestion(colleague),
          )
        }
      >
        {t('全部退出登录', 'Log out everywhere')}
      </Button>
    </div>
  )
}

export function SessionsDialog({ colleague, onClose }: { colleague: Colleague | null; onClose: () => void }) {
  return (
    <Modal
      scrollLock={false}
      title={
        colleague === null
          ? t('登录位置', 'Where you are logged in')
          : t(`${colleague.name} 的登录位置`, `Where ${colleague.name} is logged in`)
      }
      open={colleague !== null}
      footer={null}
      width={560}
      destroyOnHidden
      onCancel={onClose}
    >
      {colleague !== null && <Sessions colleague={colleague} onClose={onClose} />}
    </Modal>
  )
}
