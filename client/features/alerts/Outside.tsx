import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { WechatCode } from '../../ui/WechatCode'

/** In an ordinary browser: what WeChat alone can do, and where. */
export function Outside({ what }: { what: string }) {
  return (
    <Blank
      icon="bell"
      title="请在微信小程序中使用"
      text={`${what}请在微信中搜索“${ORGANISATION.shortName}”，打开小程序后使用。`}
      action={{ text: '先看看近期活动', onTap: () => open(PAGES.home) }}
    >
      <WechatCode />
    </Blank>
  )
}
