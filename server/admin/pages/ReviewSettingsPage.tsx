import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { reviewSettingsQuery } from '../features/review/queries'
import { ReviewSettingsForm } from '../features/review/ReviewSettingsForm'
import { sessionQuery } from '../features/session/queries'
import { SettingsNav } from '../features/settings/SettingsNav'
import { t } from '../ui/language'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function ReviewSettingsPage() {
  const title = t('审核设置', 'Review settings')
  useTitle(title)
  const settings = useQuery({ ...reviewSettingsQuery, refetchOnWindowFocus: false })
  const session = useQuery(sessionQuery)
  if (settings.data === undefined) {
    return settings.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('设置没有加载出来', 'The settings could not be loaded')}
        text={wordsFor(settings.error)}
        action={<Button onClick={() => void settings.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <SettingsNav />
      <PageHead title={title} />
      <ReviewSettingsForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}
