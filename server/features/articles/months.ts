import type { EventMonth } from '../../../shared/contract'
import { fromWallClock } from '../../../shared/domain/time'
import type { Reading } from '../../kernel/reading'
import type { ReadDeps } from './home'
import { iso, presentSummary } from './presenter'

/** More in one month are beyond any calendar on a phone. */
const MOST = 300

/** The first instant of a `YYYY-MM` and of the month after it, in Shanghai. */
function boundsOf(month: string): [from: number, to: number] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  // a 13th month is January of the next year
  return [fromWallClock({ year, month: number, day: 1 }), fromWallClock({ year, month: number + 1, day: 1 })]
}

/** Events that touch a month of Shanghai, also those that began before it or go on after it. */
export async function readMonth({ articles, views, clock }: ReadDeps, month: string): Promise<Reading<EventMonth>> {
  const [from, to] = boundsOf(month)
  const found = await articles.eventsBetween(from, to, MOST)
  const now = iso(clock.now())
  return {
    topics: ['events'],
    articles: found.map(({ id }) => id),
    render: () => ({
      month,
      items: found.map((article) => presentSummary(article, views.shown(article.id, article.views))),
      now,
    }),
  }
}
