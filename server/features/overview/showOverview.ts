import type { Overview } from '../../../shared/contract'
import { DELIVERY_STATES } from '../../../shared/domain/notice'
import { formatIsoDate } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { lastDays } from './lastDays'
import type { OverviewStore } from './ports'

const TOP = 10

/** States in which a delivery has used its grant up, or may have (the ledger's table of grants). */
const USED = ['sent', 'unknown', 'unconfirmed'] as const

export interface OverviewDeps {
  store: OverviewStore
  clock: Clock
}

type Views = Awaited<ReturnType<OverviewStore['viewsByChannel']>>

function byChannel(rows: Views, spread: (entries: { day: string; count: number }[]) => number[]) {
  const channels = new Map<string, Views>()
  for (const row of rows) {
    const key = row.channel?.id ?? ''
    channels.set(key, [...(channels.get(key) ?? []), row])
  }
  return [...channels.values()]
    .map((own) => ({
      channel: own[0]?.channel ?? null,
      views: own.reduce((sum, { views }) => sum + views, 0),
      daily: spread(own.map(({ day, views }) => ({ day, count: views }))),
    }))
    .sort((a, b) => b.views - a.views)
}

/** The last `count` days of Shanghai in numbers, today among them. */
export async function showOverview({ store, clock }: OverviewDeps, count: number): Promise<Overview> {
  const { days, span, before, instants } = lastDays(clock.now(), count)
  const places = new Map(days.map((day, at) => [day, at]))
  const spread = (entries: { day: string; count: number }[]): number[] => {
    const daily = days.map(() => 0)
    for (const entry of entries) {
      const at = places.get(entry.day)
      if (at !== undefined) daily[at] = (daily[at] ?? 0) + entry.count
    }
    return daily
  }

  const views = await store.viewsByChannel(span)
  const hours = await store.viewsByHour(span)
  const notices = await store.notices(instants)
  return {
    days,
    views: {
      total: views.reduce((sum, row) => sum + row.views, 0),
      before: await store.viewsTotal(before),
      daily: spread(views.map(({ day, views: number }) => ({ day, count: number }))),
      channels: byChannel(views, spread),
      hours: Array.from({ length: 24 }, (_, hour) => hours.find((row) => row.hour === hour)?.views ?? 0),
    },
    articles: await store.topArticles(span, TOP),
    members: { total: await store.membersTotal(), daily: spread(await store.newMembers(instants)) },
    grants: {
      gained: spread(await store.grantsGained(instants)),
      used: spread(
        notices.map(({ startedAt, counts }) => ({
          day: formatIsoDate(startedAt),
          count: USED.reduce((sum, state) => sum + counts[state], 0),
        })),
      ),
    },
    notices: {
      total: notices.length,
      outcomes: DELIVERY_STATES.map((state) => ({
        state,
        count: notices.reduce((sum, { counts }) => sum + counts[state], 0),
      })).filter((outcome) => outcome.count > 0),
    },
  }
}
