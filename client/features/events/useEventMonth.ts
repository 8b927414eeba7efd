import type { EventMonth } from '../../../shared/contract'
import { useResource, type Resource } from '../../loading/useResource'
import { call } from '../../platform/api'
import { ApiFailure, problemOf } from '../../platform/problem'
import type { Month } from './calendarMonth'

const sameEvents = (a: EventMonth, b: EventMonth): boolean => JSON.stringify(a.items) === JSON.stringify(b.items)

async function readMonth(month: Month): Promise<EventMonth> {
  const answer = await call('GET /api/events/months/{month}', { params: { month } })
  if (!Array.isArray(answer.items)) throw new ApiFailure(problemOf(502, null))
  return answer
}

/** The events of one month. To be used by a component that is made anew for each month. */
export const useEventMonth = (month: Month): Resource<EventMonth> =>
  useResource<EventMonth>({ name: `events:${month}`, read: () => readMonth(month), same: sameEvents })
