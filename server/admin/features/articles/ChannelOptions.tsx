import type { ChannelChoice } from '../../api/site'

/** The channels of a select; those of a group stand below its name. */
export function ChannelOptions({ channels }: { channels: ChannelChoice[] }) {
  const groups = [...new Set(channels.map((channel) => channel.group))]
  return groups.map((group) => {
    const options = channels
      .filter((channel) => channel.group === group)
      .map((channel) => (
        <option key={channel.slug} value={channel.slug}>
          {channel.name}
        </option>
      ))
    return group === null ? (
      options
    ) : (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    )
  })
}
