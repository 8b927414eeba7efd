import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Progress } from 'antd'
import { useState } from 'react'
import type { BackupItem, BackupList, BackupRunView } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { dateTimeWords } from '../../ui/dates'
import { t } from '../../ui/language'
import rows from '../../ui/Rows.module.css'
import { BackupDialogs } from './BackupDialogs'
import { BackupRow, type BackupMove } from './BackupRow'
import { HealthNotes } from './HealthNotes'
import { backupsQuery } from './queries'
import { errorOf, percentOf, phaseWords } from './words'
import styles from './Backups.module.css'

const at = (iso: string): string => dateTimeWords(Date.parse(iso))

function RunState({ running, last }: { running: BackupRunView | null; last: BackupRunView | null }) {
  if (running !== null) {
    return (
      <div role="status">
        <p>
          {phaseWords(running)}
          {t('。可以离开本页，稍后回来查看。', '. You may leave this page and come back.')}
        </p>
        <Progress percent={percentOf(running)} showInfo={false} aria-label={t('备份进度', 'Progress of the backup')} />
      </div>
    )
  }
  if (last === null || last.finishedAt === null) return null
  if (last.error !== null) {
    const name = last.task === 'verify' ? t('核对没有通过', 'The check failed') : t('备份没有完成', 'The backup failed')
    return <Alert type="error" title={`${name}（${at(last.finishedAt)}）：${errorOf(last.error)}`} />
  }
  return (
    <p className={styles.soft} role="status">
      {last.task === 'verify'
        ? t(`${at(last.finishedAt)} 核对通过：${last.file}`, `Checked ${at(last.finishedAt)}: ${last.file}`)
        : t(`${at(last.finishedAt)} 备份完成并已核对`, `Backed up and checked ${at(last.finishedAt)}`)}
    </p>
  )
}

function RestoreState({ restore }: { restore: BackupList['restore'] }) {
  if (restore.asked !== null) {
    return (
      <Alert
        type="warning"
        title={t(
          '正在停止服务并恢复，完成后自动启动。本页会自己更新；若几分钟后仍打不开，请在服务器上重新启动程序。',
          'The server stops, restores and starts again. This page looks again by itself; if it stays away, start the program on the server.',
        )}
      />
    )
  }
  if (restore.outcome === null) return null
  const { at: when, error, file } = restore.outcome
  return error === null ? (
    <Alert type="success" title={t(`${at(when)} 已恢复：${file}`, `Restored ${at(when)}: ${file}`)} />
  ) : (
    <Alert
      type="error"
      title={t(
        `${at(when)} 恢复没有完成，数据保持原样。${errorOf(error)}`,
        `The restore of ${at(when)} failed and nothing was changed. ${errorOf(error)}`,
      )}
    />
  )
}

/** Backups of the house: make one, see that they are right, hand out, put back. */
export function BackupsView({ list }: { list: BackupList }) {
  const [chosen, setChosen] = useState<{ item: BackupItem; move: BackupMove } | null>(null)
  const client = useQueryClient()
  const { message } = App.useApp()
  const again = () => client.invalidateQueries({ queryKey: backupsQuery.queryKey })
  const told = { onSuccess: again, onError: (error: Error) => void message.error(wordsFor(error)) }
  const make = useMutation({ mutationFn: () => call('POST /api/admin/backups', {}), ...told })
  const verify = useMutation({
    mutationFn: (file: string) => call('POST /api/admin/backups/{file}/verify', { params: { file } }),
    ...told,
  })
  const isBusy = list.running !== null || list.restore.asked !== null
  const move = (item: BackupItem, kind: BackupMove) =>
    kind === 'verify' ? verify.mutate(item.file) : setChosen({ item, move: kind })
  return (
    <div className={styles.page}>
      <RestoreState restore={list.restore} />
      <section className={styles.part}>
        <div className={styles.head}>
          <h2 className={styles.title}>{t('备份全部数据', 'Back everything up')}</h2>
          <Button type="primary" disabled={isBusy} loading={make.isPending} onClick={() => make.mutate()}>
            {t('立即备份', 'Back up now')}
          </Button>
        </div>
        <RunState running={list.running} last={list.last} />
        <HealthNotes health={list.health} settings={list.settings} />
      </section>
      {list.items.length === 0 ? (
        <p className={styles.soft}>{t('这台服务器上还没有备份。', 'There are no backups on this server yet.')}</p>
      ) : (
        <ul className={rows.list} aria-label={t('备份', 'Backups')}>
          {list.items.map((item) => (
            <BackupRow key={item.file} item={item} isBusy={isBusy} onMove={(kind) => move(item, kind)} />
          ))}
        </ul>
      )}
      {chosen !== null && <BackupDialogs {...chosen} mode={list.settings.mode} onClose={() => setChosen(null)} />}
    </div>
  )
}
