import type { DeliveryState } from '../../../../shared/domain/notice'
import { DELIVERY_STATES } from '../../../../shared/phrases'
import { Chip, type ChipTone } from '../../ui/Chip'

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
  return <Chip tone={TONES[state]}>{DELIVERY_STATES[state].zh}</Chip>
}
