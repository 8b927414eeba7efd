import { View } from '@tarojs/components'
import type { ReceivedNotice } from '../../../../shared/contract'
import type { PagedView } from '../../../loading/usePagedList'
import { open } from '../../../platform/navigation'
import { PAGES } from '../../../routes'
import { Blank } from '../../../ui/Blank'
import { ListFoot } from '../../../ui/ListFoot'
import { Skeleton } from '../../../ui/Skeleton'
import { Stale } from '../../../ui/Stale'
import { MemberFailure } from '../MemberFailure'
import { ReceivedRow } from './ReceivedRow'
import './ReceivedView.scss'

/** The notices in whichever state the list is. */
export function ReceivedView({ list, refresh, more }: PagedView<ReceivedNotice>) {
  if (list.state === 'loading') return <Skeleton shape="card" />
  if (list.state === 'error')
    return <MemberFailure problem={list.problem} onRetry={() => void refresh()} title="暂时无法读取通知" />
  if (list.state === 'empty') {
    return (
      <Blank
        icon="bell"
        title="还没有收到通知"
        text="开启活动提醒后，协会发给您的通知会出现在这里。"
        action={{ text: '去开启提醒', onTap: () => open(PAGES.alerts) }}
      />
    )
  }
  return (
    <View className="received-list">
      {list.stale && <Stale problem={list.stale} onRetry={() => void refresh()} />}
      <View className="received-list__rows">
        {list.items.map((notice) => (
          <ReceivedRow key={notice.id} notice={notice} />
        ))}
      </View>
      <ListFoot state={list.state === 'end' ? 'end' : list.more} onMore={() => void more()} />
    </View>
  )
}
