import type { Outcome } from '../../delivery/ports'
import { NOTICE_RULES_SETTING, readNoticeRules } from '../../../shared/domain/noticeRules'
import { placeholders } from './sql'
import { pauseNotice } from './staffMoves'
import type { Transaction } from './transaction'

/**
 * What an outcome says of the line and of WeChat. A member's no, a rate limit or what was put back untried says nothing
 * either way.
 */
function judge(outcome: Outcome): 'success' | 'error' | null {
  switch (outcome.to) {
    case 'sent':
      return 'success'
    case 'failed':
    case 'unknown':
      return 'error'
    case 'rejected':
      return null
    case 'pending':
      return outcome.spend === 'attempt' || outcome.spend === 'token' ? 'error' : null
  }
}

interface Tail {
  /** Whether a success ended the run that stood before. */
  hadSuccess: boolean
  /** Errors since then. */
  errors: number
}

function tails(outcomes: Outcome[], noticeOf: Map<string, string>): Map<string, Tail> {
  const byNotice = new Map<string, Tail>()
  for (const outcome of outcomes) {
    const noticeId = noticeOf.get(outcome.deliveryId)
    const verdict = judge(outcome)
    if (noticeId === undefined || verdict === null) continue
    const tail = byNotice.get(noticeId) ?? { hadSuccess: false, errors: 0 }
    byNotice.set(
      noticeId,
      verdict === 'success' ? { hadSuccess: true, errors: 0 } : { ...tail, errors: tail.errors + 1 },
    )
  }
  return byNotice
}

async function addErrors(transaction: Transaction, noticeId: string, { hadSuccess, errors }: Tail, most: number) {
  await transaction.run(`UPDATE notice SET error_run = ${hadSuccess ? '' : 'error_run +'} ? WHERE id = ?`, [
    errors,
    noticeId,
  ])
  const [row] = await transaction.all('SELECT error_run FROM notice WHERE id = ?', [noticeId])
  return Number(row?.error_run) >= most && (await pauseNotice(transaction, noticeId, 'errors'))
}

/** Whether these outcomes have to be counted at all: an error among them, or a run that a success may end. */
export async function mayChangeErrorRun(transaction: Transaction, outcomes: Outcome[]): Promise<boolean> {
  if (outcomes.some((outcome) => judge(outcome) === 'error')) return true
  const runs = await transaction.all(
    "SELECT id FROM notice WHERE status IN ('running', 'paused') AND error_run > 0 LIMIT 1",
  )
  return runs.length > 0
}

/**
 * Counts failed sends in a row on the notice itself, so that the run goes on over processes and restarts, and pauses
 * the notice when staff's limit is reached. Returns the notices that were paused.
 */
export async function countErrors(
  transaction: Transaction,
  outcomes: Outcome[],
  noticeOf: Map<string, string>,
): Promise<string[]> {
  const byNotice = tails(outcomes, noticeOf)
  if (byNotice.size === 0) return []
  const ids = [...byNotice.keys()].sort()
  const rows = await transaction.all(
    `SELECT id, error_run, (SELECT value FROM setting WHERE name = ?) AS rules FROM notice
      WHERE id IN ${placeholders(ids)}`,
    [NOTICE_RULES_SETTING, ...ids],
  )
  const paused: string[] = []
  for (const { id, error_run: before, rules } of rows) {
    const noticeId = String(id)
    const tail = byNotice.get(noticeId)
    if (tail === undefined || (tail.errors === 0 && Number(before) === 0)) continue
    const { pauseAfterErrors } = readNoticeRules(rules === null ? null : String(rules))
    if (await addErrors(transaction, noticeId, tail, pauseAfterErrors)) paused.push(noticeId)
  }
  return paused
}
