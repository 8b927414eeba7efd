import type { Alerts } from '../../../shared/contract'
import { newIdentifier } from '../../platform/identifiers'
import { openSubscribeDialog } from '../../platform/wechat'
import { describeReport, guidanceOf, reportOf, type Guidance, type Report } from './answers'
import { sendReports, writeDown } from './reporting'

/** What came of one tap. `answered` is null when the dialog said nothing of the templates. */
export interface Asked {
  answered: { report: Report; tookMs: number; words: string } | null
  /** Why WeChat did not ask, when it did not. */
  guidance: Guidance | null
  /** The server's view after it; null when nothing reached it. */
  alerts: Alerts | null
}

const codeOf = (refusal: unknown): number | undefined =>
  typeof refusal === 'object' && refusal !== null && 'errCode' in refusal ? Number(refusal.errCode) : undefined

/**
 * Asks WeChat and hands in what the member said. Has to be called inside the tap: the dialog is opened before anything
 * is awaited. An answer is written down before it is sent, so that a lost network loses no grant. Never rejects.
 */
export function askInTap(templateIds: string[]): Promise<Asked> {
  const opened = Date.now()
  const dialog = openSubscribeDialog(templateIds)
  return dialog.then(
    async (said) => {
      const tookMs = Date.now() - opened
      const report = reportOf(newIdentifier(), templateIds, said)
      if (!report) return { answered: null, guidance: null, alerts: null }
      writeDown(report)
      try {
        const alerts = await sendReports()
        return { answered: { report, tookMs, words: describeReport(report) }, guidance: null, alerts }
      } catch {
        return { answered: { report, tookMs, words: '您的选择已记下，联网后自动提交' }, guidance: null, alerts: null }
      }
    },
    (refusal: unknown) => ({ answered: null, guidance: guidanceOf(codeOf(refusal)), alerts: null }),
  )
}
