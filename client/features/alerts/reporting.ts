import type { Alerts } from '../../../shared/contract'
import { asProblem } from '../../platform/problem'
import { callAsMember } from '../../platform/session'
import { keep, kept } from '../../platform/storage'
import type { Report } from './answers'
import { put, readOutbox, take, worthAnotherTry, type Outbox } from './outbox'

const OUTBOX_KEY = 'alerts:outbox'
const waiting = (): Outbox => readOutbox(kept<unknown>(OUTBOX_KEY))

/** Writes a report down before anything is sent: an accepted dialog is a grant that must not get lost. */
export const writeDown = (report: Report): void => {
  keep(OUTBOX_KEY, put(waiting(), report))
}

/** At the start of the app: hands in what an earlier visit could not, without a word and without asking for anything. */
export const resumeReports = (): void => {
  if (waiting().length > 0) sendReports().catch(() => undefined)
}

/**
 * Sends what was written down, oldest first, and returns the server's last view of the alerts (null: nothing was
 * sent). Throws at the first report that could not be delivered; it and those behind it wait for the next time.
 */
export async function sendReports(): Promise<Alerts | null> {
  let last: Alerts | null = null
  for (const report of waiting()) {
    try {
      last = await callAsMember('POST /api/alerts/answers', { body: report })
    } catch (thrown) {
      if (worthAnotherTry(asProblem(thrown).status)) throw thrown
    }
    keep(OUTBOX_KEY, take(waiting(), report.requestId))
  }
  return last
}
