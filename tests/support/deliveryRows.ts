import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { DeliveryEntity, type DeliveryRow } from '../../server/store/entities'
import { DAY_MS } from '../../shared/domain/time'
import { TEMPLATE_ID } from './ledgerRows'

type Wanted = Pick<DeliveryRow, 'noticeId' | 'memberId'> & Partial<DeliveryRow>

/** A delivery as an earlier send left it. One in `pending` is not due before tomorrow: the engine leaves it alone. */
function rowOf(wanted: Wanted): DeliveryRow {
  const { state = 'sent', reason = state === 'sent' ? 'accepted' : null, templateId = TEMPLATE_ID } = wanted
  const now = Date.now()
  const isOpen = state === 'unknown' || state === 'sending'
  const hasLeft = !['pending', 'skipped'].includes(state)
  return {
    id: newId(),
    state,
    reason,
    templateId,
    grantState: 'none',
    attempts: 0,
    tokenWaits: 0,
    rateWaits: 0,
    workerId: null,
    notBefore: state === 'pending' ? now + DAY_MS : now,
    openKey: isOpen ? `${wanted.memberId}:${templateId}` : null,
    msgid: null,
    createdAt: now,
    sendingAt: hasLeft ? now : null,
    settledAt: ['pending', 'sending'].includes(state) ? null : now,
    ...wanted,
  }
}

export async function addDelivery(database: Database, wanted: Wanted): Promise<string> {
  const row = rowOf(wanted)
  await database.write((manager) => manager.insert(DeliveryEntity, row))
  return row.id
}

/** Many at once, in one transaction. */
export const addDeliveries = (database: Database, wanted: Wanted[]) =>
  database.write(async (manager) => {
    const rows = wanted.map(rowOf)
    for (let at = 0; at < rows.length; at += 200) await manager.insert(DeliveryEntity, rows.slice(at, at + 200))
  })
