import { DELIVERY_REASONS, DELIVERY_STATES } from '../../../shared/phrases/statuses'
import { formatClock, formatIsoDate } from '../../../shared/domain/time'
import type { Cell } from '../../kernel/csv'
import type { DeliveryStore, StoredDelivery } from './portsDeliveries'

const PAGE = 1_000

export const DELIVERIES_HEAD = [
  '送达记录编号',
  '会员编号',
  '结果',
  '原因',
  '已尝试次数',
  '列入名单时间',
  '发出时间',
  '结果时间',
  '结果代码',
  '原因代码',
]

/** `2026-11-23 14:30:05`, in Shanghai. */
function timeCell(instant: number | null): string | null {
  if (instant === null) return null
  const seconds = String(new Date(instant).getUTCSeconds()).padStart(2, '0')
  return `${formatIsoDate(instant)} ${formatClock(instant)}:${seconds}`
}

const rowOf = (row: StoredDelivery): Cell[] => [
  row.id,
  row.memberId,
  DELIVERY_STATES[row.state].zh,
  row.reason === null ? null : DELIVERY_REASONS[row.reason].zh,
  row.attempts,
  timeCell(row.createdAt),
  timeCell(row.sendingAt),
  timeCell(row.settledAt),
  row.state,
  row.reason,
]

/** Every delivery of a notice, page by page: an audience of a million takes no memory. Members by opaque id only. */
export async function* exportDeliveries(deliveries: DeliveryStore, noticeId: string): AsyncGenerator<Cell[][]> {
  let last: StoredDelivery | undefined
  do {
    const after: { memberId: string } | null = last === undefined ? null : { memberId: last.memberId }
    const page = await deliveries.list({ noticeId, after, limit: PAGE })
    yield page.map(rowOf)
    last = page.length < PAGE ? undefined : page.at(-1)
  } while (last !== undefined)
}
