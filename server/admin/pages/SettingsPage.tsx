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

export function SettingsPage() {
  useTitle('通知设置')
  const settings = useQuery({ ...noticeSettingsQuery, refetchOnWindowFocus: false })
  const session = useQuery(sessionQuery)
  if (settings.data === undefined) {
    return settings.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title="设置没有加载出来"
        text={wordsFor(settings.error)}
        action={<Button onClick={() => void settings.refetch()}>重试</Button>}
      />
    )
  }
  return (
    <>
      <SettingsNav />
      <PageHead title="通知设置" />
      <NoticeSettingsForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}
