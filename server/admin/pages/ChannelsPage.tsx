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
import { t } from '../ui/language'

export function ChannelsPage() {
  useTitle(t('栏目设置', 'Channels'))
  const settings = useQuery(channelSettingsQuery)
  const session = useQuery(sessionQuery)
  if (settings.data === undefined) {
    return settings.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('栏目没有加载出来', 'The channels could not be loaded')}
        text={wordsFor(settings.error)}
        action={<Button onClick={() => void settings.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <SettingsNav />
      <PageHead title={t('栏目设置', 'Channels')} />
      <ChannelsForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}
