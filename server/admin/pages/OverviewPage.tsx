import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OverviewDays } from '../../../shared/contract'
import { addressOf } from '../api/call'
import { wordsFor } from '../api/errors'
import styles from '../features/overview/Overview.module.css'
import { OverviewView } from '../features/overview/OverviewView'
import { overviewQuery } from '../features/overview/queries'
import { WaitingArticles } from '../features/review/WaitingArticles'
import { sessionQuery } from '../features/session/queries'
import { Choice } from '../ui/Choice'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

const PERIODS: readonly OverviewDays[] = ['7', '30', '90']

export function OverviewPage() {
  useTitle('概览')
  const [days, setDays] = useState<OverviewDays>('30')
  const overview = useQuery(overviewQuery(days))
  const session = useQuery(sessionQuery)
  if (overview.data === undefined) {
    return overview.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title="概览没有加载出来"
        text={wordsFor(overview.error)}
        action={<Button onClick={() => void overview.refetch()}>重试</Button>}
      />
    )
  }
  return (
    <>
      <PageHead title="概览">
        <div className={styles.tools}>
          <Choice aria-label="时间范围" value={days} onChange={(value) => setDays(value as OverviewDays)}>
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                最近 {period} 天
              </option>
            ))}
          </Choice>
          <a href={addressOf('/api/admin/overview/export', { query: { days } })} download>
            导出表格（CSV）
          </a>
        </div>
      </PageHead>
      <WaitingArticles role={session.data?.role} />
      {overview.error !== null && <p role="alert">数字可能已经过时：{wordsFor(overview.error)}</p>}
      <div aria-busy={overview.isPlaceholderData}>
        <OverviewView overview={overview.data} />
      </div>
    </>
  )
}
