import { useMemo } from 'react'
import { useRouter } from '@tarojs/taro'
import { handedOver } from '../../features/articles/handover'
import { DrawingCanvas } from '../../features/articles/poster/DrawingCanvas'
import { PosterView } from '../../features/articles/poster/PosterView'
import { POSTER_CANVAS, usePoster } from '../../features/articles/poster/usePoster'
import { usePosterArticle } from '../../features/articles/poster/usePosterArticle'
import { Withdrawn } from '../../features/articles/Withdrawn'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'

/** The poster of one article. Opened from the article it needs no request but those for its pictures. */
export default function PosterPage() {
  const { id = '' } = useRouter<{ id?: string }>().params
  const known = useMemo(() => handedOver(id), [id])
  const { load, refresh } = usePosterArticle(id, known)
  const article = load.state === 'ready' ? load.data : null
  const { poster, retry } = usePoster(article)

  return (
    <Screen title="海报">
      <DrawingCanvas ids={[POSTER_CANVAS]} />
      {load.state === 'loading' && <Skeleton shape="card" rows={4} />}
      {load.state === 'error' &&
        (load.problem.kind === 'missing' || load.problem.status === 400 ? (
          <Withdrawn title={null} />
        ) : (
          <Failure problem={load.problem} onRetry={() => void refresh()} />
        ))}
      {article && <PosterView article={article} poster={poster} onRetry={retry} />}
    </Screen>
  )
}
