import type { NoticeDetail } from '../../../../shared/contract'
import type { DeliveryReason } from '../../../../shared/domain/notice'
import { noticeProgress } from '../../../../shared/domain/notice'

/** Who stood on the frozen list, and why some of them were not sent to. */
export interface Chosen {
  total: number
  toSend: number
  leftOut: { reason: DeliveryReason; count: number }[]
}

/** From the rows alone: a skipped row is a member who was on the list and was not sent to. */
export function chosenOf({ counts, reasons }: Pick<NoticeDetail, 'counts' | 'reasons'>): Chosen {
  const { total } = noticeProgress(counts)
  const leftOut = reasons.flatMap(({ state, reason, count }) => (state === 'skipped' ? [{ reason, count }] : []))
  return { total, toSend: total - counts.skipped, leftOut }
}
