import { Text } from '@tarojs/components'
import { copyAddress, shareAddress } from '../../platform/shareAddress'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'

/** The browser's share sheet, and the address to copy. */
export function ShareTap({ className, title, path }: { className: string; title: string; path: string }) {
  return (
    <>
      <Tap className={className} onTap={() => shareAddress(title, path)}>
        <Icon name="share" size={22} />
        <Text>分享</Text>
      </Tap>
      <Tap className={className} onTap={() => copyAddress(path)}>
        <Icon name="copy" size={22} />
        <Text>复制链接</Text>
      </Tap>
    </>
  )
}
