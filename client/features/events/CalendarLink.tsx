import { Text } from '@tarojs/components'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './CalendarLink.scss'

/** A line that leads to the calendar of the events. */
export function CalendarLink({ text, path = PAGES.calendar }: { text: string; path?: string }) {
  return (
    <Tap className="calendar-link" role="link" onTap={() => open(path)}>
      <Icon name="calendar" size={18} />
      <Text>{text}</Text>
      <Icon name="right" size={16} />
    </Tap>
  )
}
