import type { AuditCheck } from '../../../shared/contract'
import { CHAIN_START, chainHash } from '../../kernel/auditChain'
import type { AuditLog } from './ports'

const PAGE = 1_000

type Broken = NonNullable<AuditCheck['broken']>

/**
 * Walks the chain from its first entry to the one that was last when it began, and says the first place that does not
 * fit. It cannot see that somebody wrote the whole chain anew: for that, a fingerprint noted down earlier is compared.
 */
export async function checkChain(log: AuditLog): Promise<AuditCheck> {
  const head = await log.head()
  const end = head?.number ?? 0
  let number = 0
  let hash = CHAIN_START
  const answer = (broken: Broken | null): AuditCheck => ({ entries: number, broken, fingerprint: head?.hash ?? '' })

  while (number < end || head === null) {
    const page = await log.chain(number, PAGE)
    for (const entry of page) {
      // what was written since this walk began is for the next one
      if (head !== null && entry.number > end) break
      if (entry.number !== number + 1) return answer({ number: number + 1, kind: 'missing' })
      if (chainHash(hash, entry) !== entry.hash) return answer({ number: entry.number, kind: 'changed' })
      number = entry.number
      hash = entry.hash
    }
    if (page.length < PAGE || number >= end) break
  }
  if (number !== end) return answer({ number: Math.min(number, end) + 1, kind: 'end_missing' })
  if (head !== null && head.hash !== hash) return answer({ number: Math.max(end, 1), kind: 'changed' })
  return answer(null)
}
