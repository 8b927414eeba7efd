import type { NoticeStatus } from '../../../../shared/domain/notice'
import { NOTICE_STATUSES } from '../../../../shared/phrases'
import { Chip, type ChipTone } from '../../ui/Chip'
import { t } from '../../ui/language'

const TONES: Record<NoticeStatus, ChipTone> = {
  draft: 'plain',
  scheduled: 'plain',
  preparing: 'sea',
  running: 'sea',
  paused: 'warm',
  finished: 'good',
  cancelled: 'plain',
  halted: 'bad',
}

export function NoticeChip({ status }: { status: NoticeStatus }) {
  return <Chip tone={TONES[status]}>{t(NOTICE_STATUSES[status])}</Chip>
}
