import type { DeliveryTimeline } from '../../../shared/contract'
import type { DeliveryDecided, StoredDelivery } from './portsDeliveries'
import { iso } from './presenter'

type Step = DeliveryTimeline['steps'][number]

const step = (at: number, state: Step['state'], more: Partial<Step> = {}): Step => ({
  at: iso(at),
  state,
  reason: null,
  by: null,
  note: '',
  ...more,
})

/**
 * What happened to a delivery, oldest first, from its row and from what staff decided about it. A row keeps the last
 * instant of each kind; how it stood before a decision is kept with the decision.
 */
export function stepsOf(delivery: StoredDelivery, decisions: DeliveryDecided[]): Step[] {
  const { createdAt, sendingAt, settledAt, state, reason } = delivery
  const steps: Step[] = []
  const isLeftOut = state === 'skipped' && settledAt === createdAt
  if (!isLeftOut) steps.push(step(createdAt, 'pending'))
  if (sendingAt !== null) steps.push(step(sendingAt, 'sending'))
  for (const { at, by, note, outcome, was } of decisions) {
    steps.push(step(was.settledAt ?? at, was.state, { reason: was.reason }))
    steps.push(step(at, outcome, { reason: 'staff_decision', by, note }))
  }
  // The last decision is where the row stands, unless WeChat has spoken since.
  const isDecided = decisions.length > 0 && reason === 'staff_decision'
  if (settledAt !== null && !isDecided) steps.push(step(settledAt, state, { reason }))
  return steps
}
