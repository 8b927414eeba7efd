import { PLANTED } from './planted'
import { BUGS, type Bug } from './worker/orders'

const ORDER = { kills: 2, recipients: 120, seed: 3, db: 'sqlite', workers: 2 } as const

/** What each bug does to members, as the checker names it. */
const HARM: Record<Bug, string> = {
  cursor_at_fetch: 'lost',
  retry_on_timeout: 'duplicates',
  sending_to_pending: 'duplicates',
  lease_by_own_clock: 'unknown',
  enqueue_outside_transaction: 'lost',
  no_unique_key: 'duplicates',
  outcome_before_answer: 'lost',
  stale_claims_deleted: 'wrong',
  claim_uncounted: 'duplicates',
  intent_not_durable: 'duplicates',
  export_forgets: 'export_differs',
}

// A harness that has never caught anything proves nothing: each of these has been a fault of a system of this kind.
it.each(BUGS)('catches the planted bug %s', async (bug) => {
  const result = await PLANTED[bug]({ ...ORDER, bug })
  expect(result).toMatchObject({ ok: false, void: false })
  const { unknown_bound: bound, ...counts } = result as unknown as Record<string, number>
  const harm = counts[HARM[bug]] ?? 0
  expect(harm).toBeGreaterThan(HARM[bug] === 'unknown' ? (bound ?? 0) : 0)
})
