import { View } from '@tarojs/components'
import { open } from '../../platform/navigation'
import { channelPath } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { channelIcon } from '../channels/channelIcon'
import type { Leaf } from '../channels/leaves'
import './ChannelGrid.scss'

/** The ways into the channels. */
export function ChannelGrid({ channels }: { channels: Leaf[] }) {
  return (
    <View className="channel-grid">
      {channels.map((channel, place) => (
        <Tap
          key={channel.slug}
          className="channel-grid__cell"
          role="link"
          onTap={() => open(channelPath(channel.slug))}
        >
          <View className="channel-grid__disc">
            <Icon name={channelIcon(channel, place)} size={24} />
          </View>
          <View className="channel-grid__name">{channel.name}</View>
        </Tap>
      ))}
    </View>
  )
}
