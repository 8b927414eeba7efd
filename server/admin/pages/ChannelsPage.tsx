import { useQuery } from '@tanstack/react-query'
import { channelSettingsQuery } from '../features/settings/channelQueries'
import { ChannelsForm } from '../features/settings/ChannelsForm'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function ChannelsPage() {
  const settings = useQuery(channelSettingsQuery)
  return (
    <SettingsFrame title={t('栏目设置', 'Channels')} settings={settings}>
      {(found, mayChange) => <ChannelsForm settings={found} mayChange={mayChange} />}
    </SettingsFrame>
  )
}
