import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { BackupAlarm } from '../features/backups/BackupAlarm'
import { queueQuery } from '../features/queue/queries'
import { QueueView } from '../features/queue/QueueView'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'

export function QueuePage() {
  useTitle(t('发送队列', 'Sending queue'))
  const queue = useQuery(queueQuery)
  if (queue.data === undefined) {
    return queue.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('发送队列没有加载出来', 'The queue could not be loaded')}
        text={wordsFor(queue.error)}
        action={<Button onClick={() => void queue.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <PageHead title={t('发送队列', 'Sending queue')} />
      {queue.error !== null && (
        <p role="alert">
          {t(`数字可能已经过时：${wordsFor(queue.error)}`, `The numbers may be out of date: ${wordsFor(queue.error)}`)}
        </p>
      )}
      <BackupAlarm />
      <QueueView status={queue.data} />
    </>
  )
}
