import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { queueQuery } from '../features/queue/queries'
import { QueueView } from '../features/queue/QueueView'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function QueuePage() {
  useTitle('发送队列')
  const queue = useQuery(queueQuery)
  if (queue.data === undefined) {
    return queue.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title="发送队列没有加载出来"
        text={wordsFor(queue.error)}
        action={<Button onClick={() => void queue.refetch()}>重试</Button>}
      />
    )
  }
  return (
    <>
      <PageHead title="发送队列" />
      {queue.error !== null && <p role="alert">数字可能已经过时：{wordsFor(queue.error)}</p>}
      <QueueView status={queue.data} />
    </>
  )
}
