import type { Overview } from '../../../shared/contract'
import type { Cell } from '../../kernel/csv'

/** One row a day, the columns of channels between the sum of views and the members. */
export function exportOverview({ days, views, members, grants }: Overview): { head: string[]; rows: Cell[][] } {
  const channels = views.channels.map(({ channel, daily }) => ({ name: channel?.name ?? '已删除的文章', daily }))
  const head = [
    '日期',
    '浏览次数',
    ...channels.map(({ name }) => `浏览次数：${name}`),
    '新增会员',
    '获得的提醒次数',
    '用掉的提醒次数',
  ]
  const columns = [views.daily, ...channels.map(({ daily }) => daily), members.daily, grants.gained, grants.used]
  return { head, rows: days.map((day, at) => [day, ...columns.map((daily) => daily[at] ?? 0)]) }
}
