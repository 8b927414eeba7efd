import { AppError } from '../../kernel/errors'
import type { DeliveryPosition, StoredDelivery } from './portsDeliveries'

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** Where a list of deliveries goes on; the two orders have cursors of their own. */
export function encodeDeliveryCursor(last: StoredDelivery, isByState: boolean): string {
  const parts = isByState ? [last.notBefore, last.id] : [last.memberId]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @throws AppError cursor_invalid */
export function decodeDeliveryCursor(cursor: string, isByState: boolean): DeliveryPosition {
  let parts: unknown = null
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // falls through: not a cursor of ours
  }
  const [first, second, ...more] = Array.isArray(parts) ? (parts as unknown[]) : []
  if (isByState && Number.isSafeInteger(first) && isId(second) && more.length === 0) {
    return { notBefore: Number(first), id: second }
  }
  if (!isByState && isId(first) && second === undefined) return { memberId: first }
  throw new AppError('cursor_invalid')
}
