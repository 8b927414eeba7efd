import type { Overview } from '../../../shared/contract'
import { BYTE_ORDER_MARK, csvLine } from '../../kernel/csv'

/** One line a day, the columns of channels between the sum of views and the members. */
export function exportOverview({ days, views, members, grants }: Overview): string {
  const channels = views.channels.map(({ channel, daily }) => ({ name: channel?.name ?? '已删除的文章', daily }))
  const head = [
    '日期',
    '浏览次数',
    ...channels.map(({ name }) => `浏览次数：${name}`),
    '新增会员',
    '获得的提醒次数',
    '用掉的提醒次数',
  ]
  const lines = days.map((day, at) =>
    csvLine([
      day,
      ...[views.daily, ...channels.map(({ daily }) => daily), members.daily, grants.gained, grants.used].map(
        (daily) => daily[at] ?? 0,
      ),
    ]),
  )
  return [BYTE_ORDER_MARK, csvLine(head), ...lines].join('')
}
