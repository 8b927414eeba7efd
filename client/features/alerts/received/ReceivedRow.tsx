import { Text, View } from '@tarojs/components'
import type { ReceivedNotice } from '../../../../shared/contract'
import { formatDateTime } from '../../../../shared/domain/time'
import { NOTICE_KINDS } from '../../../../shared/phrases/statuses'
import { open } from '../../../platform/navigation'
import { articlePath } from '../../../routes'
import { Icon } from '../../../ui/Icon'
import { Tap } from '../../../ui/Tap'
import './ReceivedRow.scss'

function Words({ notice }: { notice: ReceivedNotice }) {
  const { kind, title, article, state, at } = notice
  return (
    <View className="received__text">
      <View className="received__head">
        <Text className={`received__kind received__kind--${kind}`}>{NOTICE_KINDS[kind].zh}</Text>
        <Text>{formatDateTime(Date.parse(at))}</Text>
      </View>
      <View className="received__title clamp-2">{title}</View>
      {state === 'unknown' && <View className="received__note">微信没有确认这条通知是否送达。</View>}
      {article === null && <View className="received__note">文章已撤回，不能再打开。</View>}
    </View>
  )
}

/** A notice that went to the member. One whose article is still public opens it. */
export function ReceivedRow({ notice }: { notice: ReceivedNotice }) {
  const { article } = notice
  if (!article) {
    return (
      <View className="received received--gone">
        <Words notice={notice} />
      </View>
    )
  }
  return (
    <Tap className="received" role="link" onTap={() => open(articlePath(article.id))}>
      <Words notice={notice} />
      <Icon name="right" size={16} />
    </Tap>
  )
}
