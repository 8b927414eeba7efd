import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { sessionQuery } from '../features/session/queries'
import { channelSettingsQuery } from '../features/settings/channelQueries'
import { ChannelsForm } from '../features/settings/ChannelsForm'
import { SettingsNav } from '../features/settings/SettingsNav'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function ChannelsPage() {
  useTitle('栏目设置')
  const settings = useQuery(channelSettingsQuery)
  const session = useQuery(sessionQuery)
  if (settings.data === undefined) {
    return settings.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title="栏目没有加载出来"
        text={wordsFor(settings.error)}
        action={<Button onClick={() => void settings.refetch()}>重试</Button>}
      />
    )
  }
  return (
    <>
      <SettingsNav />
      <PageHead title="栏目设置" />
      <ChannelsForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}
