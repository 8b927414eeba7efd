import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router-dom'
import { isCode, wordsFor } from '../api/errors'
import { DoubtfulList } from '../features/moveIn/DoubtfulList'
import { GiveFile } from '../features/moveIn/GiveFile'
import { moveInQuery } from '../features/moveIn/queries'
import { Report } from '../features/moveIn/Report'
import { RunCard } from '../features/moveIn/RunCard'
import styles from '../features/moveIn/MoveIn.module.css'
import { t } from '../ui/language'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

/** The move-in from an old site: a file's way from its check to its end, and the pages that somebody has to look at. */
export function MoveInPage() {
  const name = t('搬迁旧站', 'Move in')
  useTitle(name)
  const [search] = useSearchParams()
  const state = useQuery(moveInQuery)
  if (state.data === undefined) {
    if (state.error === null) return <PageLoading />
    const forbidden = isCode(state.error, 'role_forbidden')
    return (
      <PageState
        title={
          forbidden
            ? t('仅供管理员使用', 'For administrators only')
            : t('页面没有加载出来', 'The page could not be loaded')
        }
        text={wordsFor(state.error)}
        action={forbidden ? undefined : <Button onClick={() => void state.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  const { run, doubtful } = state.data
  const isList = search.get('view') === 'doubtful'
  const views = [
    { to: '/move-in', name: t('导入文件', 'Take a file over'), isShown: !isList },
    { to: '/move-in?view=doubtful', name: t(`待核对 ${doubtful}`, `To look at ${doubtful}`), isShown: isList },
  ]
  return (
    <>
      <PageHead title={name} />
      <nav aria-label={name} className={styles.tabs}>
        {views.map((view) => (
          <Link key={view.to} to={view.to} className={styles.tab} aria-current={view.isShown ? 'page' : undefined}>
            {view.name}
          </Link>
        ))}
      </nav>
      {isList ? (
        <DoubtfulList />
      ) : (
        <>
          {run !== null && <RunCard run={run} doubtful={doubtful} />}
          {run === null && <GiveFile title={t('上传旧网站的文件', 'Give a file of the old site')} />}
          {run !== null && (run.state === 'done' || run.state === 'failed') && (
            <GiveFile title={t('换一个文件', 'Give another file')} />
          )}
          {run !== null && (run.state === 'checked' || run.state === 'done') && <Report key={run.id} run={run} />}
        </>
      )}
    </>
  )
}
