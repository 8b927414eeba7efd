import type { Overview } from '../../../shared/contract'
import type { OverviewTable } from '../../../shared/contract/staffOverview'
import { DELIVERY_STATES } from '../../../shared/domain/notice'
import { formatClock, formatIsoDate } from '../../../shared/domain/time'
import { DELIVERY_STATES as STATE_NAMES, NOTICE_KINDS } from '../../../shared/phrases/statuses'
import type { Cell } from '../../kernel/csv'
import { lastDays } from './lastDays'
import type { OverviewStore } from './ports'
import { showOverview, type OverviewDeps } from './showOverview'

export interface ExportedTable {
  /** Of the file, without its ending. */
  name: string
  head: string[]
  rows: Cell[][]
}

type Table = Pick<ExportedTable, 'head' | 'rows'>

/** The screen shows ten; a file has room for all that somebody would go through. */
const MOST_ARTICLES = 1_000

const NAMES: Record<OverviewTable, string> = { days: '概览', articles: '浏览最多的文章', notices: '通知结果' }

/** One row a day, the columns of channels between the sum of views and the members. */
function dailyTable({ days, views, members, grants }: Overview): Table {
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

/** Most read first. */
async function articlesTable(store: OverviewStore, span: { from: string; to: string }): Promise<Table> {
  const articles = await store.topArticles(span, MOST_ARTICLES)
  return {
    head: ['文章编号', '标题', '栏目', '浏览次数'],
    rows: articles.map(({ id, title, channel, views }) => [id, title, channel, views]),
  }
}

/** One row a notice, first begun first, with its deliveries by outcome. */
async function noticesTable(store: OverviewStore, instants: { from: number; to: number }): Promise<Table> {
  const notices = await store.notices(instants)
  return {
    head: ['通知编号', '开始时间', '种类', '文章', '合计', ...DELIVERY_STATES.map((state) => STATE_NAMES[state].zh)],
    rows: notices.map(({ id, startedAt, kind, title, counts }) => {
      const outcomes = DELIVERY_STATES.map((state) => counts[state])
      const total = outcomes.reduce((sum, count) => sum + count, 0)
      const began = `${formatIsoDate(startedAt)} ${formatClock(startedAt)}`
      return [id, began, NOTICE_KINDS[kind].zh, title, total, ...outcomes]
    }),
  }
}

/** A table of the last `count` days of Shanghai, today among them, for a file. */
export async function exportOverview(deps: OverviewDeps, table: OverviewTable, count: number): Promise<ExportedTable> {
  const { days, span, instants } = lastDays(deps.clock.now(), count)
  const made =
    table === 'days'
      ? dailyTable(await showOverview(deps, count))
      : await (table === 'articles' ? articlesTable(deps.store, span) : noticesTable(deps.store, instants))
  return { name: `${NAMES[table]}-${days[0] ?? ''}-${days.at(-1) ?? ''}`, ...made }
}
