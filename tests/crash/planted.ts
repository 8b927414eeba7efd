import type { FaultResult } from './faults'
import { publishClicks } from './faults/publishing'
import { killingRun, type KillingOptions, type KillingResult } from './killing'
import type { RunOptions } from './options'
import type { Bug } from './worker/orders'

const SHORT: Partial<KillingOptions> = { stillMs: 5_000 }

type Planted = (options: RunOptions) => Promise<KillingResult | FaultResult>

/** A run that gives a bug its chance: with it the promise breaks, without it the same run holds. */
const shown =
  (more: Partial<KillingOptions>): Planted =>
  (options) =>
    killingRun({ ...options, ...SHORT, ...more, name: options.bug === null ? 'none planted' : `bug:${options.bug}` })

/** How each planted bug is brought to light. */
export const PLANTED: Record<Bug, Planted> = {
  cursor_at_fetch: shown({ kills: 1, recipients: 160, moments: ['preparing'] }),
  retry_on_timeout: shown({
    kills: 0,
    recipients: 60,
    prelude: async ({ standIn }) => {
      await standIn.control('/faults', { kind: 'reset_after_body', accepted: true, count: 5 })
      return { unknown: 5 }
    },
  }),
  sending_to_pending: shown({ kills: 2, recipients: 120, moments: ['accepted'] }),
  stale_claims_deleted: shown({ kills: 2, recipients: 120, moments: ['accepted'] }),
  outcome_before_answer: shown({ kills: 2, recipients: 120, moments: ['intent'] }),
  intent_not_durable: shown({ kills: 4, recipients: 200, moments: ['accepted'] }),
  claim_uncounted: shown({ kills: 0, recipients: 300, workers: 3 }),
  lease_by_own_clock: shown({ kills: 0, recipients: 200, scene: { clockOffsets: [0, 3_600_000], latencyMs: 800 } }),
  enqueue_outside_transaction: (options) => publishClicks({ ...options, recipients: 60, times: 12 }),
  export_forgets: shown({ kills: 0, recipients: 60 }),
  no_unique_key: (options) => publishClicks({ ...options, recipients: 60, times: 12 }),
}
