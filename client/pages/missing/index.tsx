import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Screen } from '../../ui/Screen'

/** Where an address leads that the app does not know: an old share, a mistyped link. */
export default function MissingPage() {
  return (
    <Screen title="没有这个页面">
      <Blank
        icon="empty"
        title="没有这个页面"
        text="链接可能已经失效，或者不完整。"
        action={{ text: '回到首页', onTap: () => open(PAGES.home) }}
      />
    </Screen>
  )
}
