import type { DeliveryState } from '../../../../shared/domain/notice'
import { DELIVERY_STATES } from '../../../../shared/phrases'
import { Chip, type ChipTone } from '../../ui/Chip'
import { t } from '../../ui/language'

const TONES: Record<DeliveryState, ChipTone> = {
  pending: 'plain',
  sending: 'sea',
  sent: 'good',
  rejected: 'bad',
  failed: 'bad',
  unknown: 'warm',
  unconfirmed: 'warm',
  skipped: 'plain',
}

export function DeliveryChip({ state }: { state: DeliveryState }) {
  return <Chip tone={TONES[state]}>{t(DELIVERY_STATES[state])}</Chip>
}
