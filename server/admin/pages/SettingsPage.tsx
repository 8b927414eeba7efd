import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { noticeSettingsQuery } from '../api/noticeSettings'
import { sessionQuery } from '../features/session/queries'
import { NoticeSettingsForm } from '../features/settings/NoticeSettingsForm'
import { SettingsNav } from '../features/settings/SettingsNav'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'

export function SettingsPage() {
  useTitle(t('通知设置', 'Notice settings'))
  const settings = useQuery({ ...noticeSettingsQuery, refetchOnWindowFocus: false })
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
      <PageHead title={t('通知设置', 'Notice settings')} />
      <NoticeSettingsForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}
