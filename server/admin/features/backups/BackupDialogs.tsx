import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import type { BackupItem } from '../../../../shared/contract'
import { call } from '../../api/call'
import { dateTimeWords } from '../../ui/dates'
import { t } from '../../ui/language'
import type { BackupMove } from './BackupRow'
import { ConfirmDialog } from './ConfirmDialog'
import { backupsQuery } from './queries'
import styles from './Backups.module.css'

interface BackupDialogsProps {
  item: BackupItem
  move: BackupMove
  mode: 'embedded' | 'grown'
  onClose: () => void
}

function ByCommand({ item, onClose }: { item: BackupItem; onClose: () => void }) {
  return (
    <Modal
      scrollLock={false}
      title={t('在服务器上恢复', 'Restore on the server')}
      open
      footer={null}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>
          {t(
            '本系统使用 MySQL，可能有多个服务进程，不能在这里恢复。请停止全部服务进程，再在服务器上运行：',
            'This house runs on MySQL, with any number of processes. Stop all of them and run on the server:',
          )}
        </p>
        <p className={styles.file}>
          <code>npm run restore -- {item.file} --replace</code>
        </p>
      </div>
    </Modal>
  )
}

/** What is asked before a backup is handed out, removed or put back. */
export function BackupDialogs({ item, move, mode, onClose }: BackupDialogsProps) {
  const client = useQueryClient()
  const params = { file: item.file }
  const at = dateTimeWords(Date.parse(item.createdAt))
  const done = () => {
    void client.invalidateQueries({ queryKey: backupsQuery.queryKey })
    onClose()
  }
  switch (move) {
    case 'verify':
      return null
    case 'download':
      return (
        <ConfirmDialog
          title={t('下载备份', 'Download the backup')}
          texts={[
            t(
              '备份里有会员的微信标识和全部记录，属于个人信息。请保存在安全的地方，不要转发。下载会记入操作日志。',
              'A backup holds members’ WeChat identities and all records. Keep it safe and pass it on to nobody. The download is logged.',
            ),
          ]}
          yes={t('下载', 'Download')}
          run={({ words: _, ...body }) => call('POST /api/admin/backups/{file}/download', { params, body })}
          onDone={({ url }) => {
            window.location.assign(url)
            onClose()
          }}
          onClose={onClose}
        />
      )
    case 'remove':
      return (
        <ConfirmDialog
          title={t('删除备份', 'Delete the backup')}
          texts={[
            t(
              `${at} 的备份将永久删除，以后不能再恢复到这个时间。`,
              `The backup of ${at} is deleted for good; nothing can be restored to that time any more.`,
            ),
          ]}
          yes={t('永久删除', 'Delete for good')}
          danger
          run={({ words: _, ...body }) => call('POST /api/admin/backups/{file}/remove', { params, body })}
          onDone={done}
          onClose={onClose}
        />
      )
    case 'restore':
      if (mode === 'grown') return <ByCommand item={item} onClose={onClose} />
      return (
        <ConfirmDialog
          title={t(`恢复到 ${at}`, `Restore to ${at}`)}
          texts={[
            t(
              `现在的全部内容将换成 ${at} 的样子：之后写的文章、新会员、订阅和记录都会消失。现有数据会先自动备份。`,
              `Everything becomes as it was at ${at}: later articles, members, subscriptions and records go. What is there now is backed up first.`,
            ),
            t(
              '恢复时服务会停止几分钟，所有人需要重新登录。为避免重复发送，当时未发完的通知会停下，由工作人员逐条决定；定时发布会取消。',
              'The service stops for some minutes and everybody logs in again. So that nobody is told twice, notices that were under way stop and staff decide about each; articles lose their time of publication.',
            ),
          ]}
          yes={t('停止服务并恢复', 'Stop and restore')}
          danger
          words={t('恢复备份', 'RESTORE')}
          run={(body) => call('POST /api/admin/backups/{file}/restore', { params, body })}
          onDone={done}
          onClose={onClose}
        />
      )
  }
}
