import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OverviewDays } from '../../../shared/contract'
import { wordsFor } from '../api/errors'
import styles from '../features/overview/Overview.module.css'
import { OverviewView } from '../features/overview/OverviewView'
import { overviewQuery } from '../features/overview/queries'
import { WaitingArticles } from '../features/review/WaitingArticles'
import { sessionQuery } from '../features/session/queries'
import { Choice } from '../ui/Choice'
import { ExportLinks } from '../ui/ExportLinks'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'

const PERIODS: readonly OverviewDays[] = ['7', '30', '90']

export function OverviewPage() {
  useTitle(t('概览', 'Overview'))
  const [days, setDays] = useState<OverviewDays>('30')
  const overview = useQuery(overviewQuery(days))
  const session = useQuery(sessionQuery)
  if (overview.data === undefined) {
    return overview.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('概览没有加载出来', 'The overview could not be loaded')}
        text={wordsFor(overview.error)}
        action={<Button onClick={() => void overview.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <PageHead title={t('概览', 'Overview')}>
        <div className={styles.tools}>
          <Choice
            aria-label={t('时间范围', 'Period')}
            value={days}
            onChange={(value) => setDays(value as OverviewDays)}
          >
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                {t(`最近 ${period} 天`, `Last ${period} days`)}
              </option>
            ))}
          </Choice>
          <ExportLinks path="/api/admin/overview/export" query={{ days }} />
        </div>
      </PageHead>
      <WaitingArticles role={session.data?.role} />
      {overview.error !== null && (
        <p role="alert">
          {t(
            `数字可能已经过时：${wordsFor(overview.error)}`,
            `The numbers may be out of date: ${wordsFor(overview.error)}`,
          )}
        </p>
      )}
      <div aria-busy={overview.isPlaceholderData}>
        <OverviewView overview={overview.data} />
      </div>
    </>
  )
}
