import { Button, Text } from '@tarojs/components'
import { Icon } from '../../ui/Icon'

/** WeChat opens its list of friends for its own button alone; what is sent is told by the page's share hook. */
export function ShareTap({ className }: { className: string; title: string; path: string }) {
  return (
    <Button className={`${className} share-tap`} openType="share" hoverClass="pressed">
      <Icon name="share" size={22} />
      <Text>转发给朋友</Text>
    </Button>
  )
}
