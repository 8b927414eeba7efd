import { Text } from '@tarojs/components'
import type { EventState } from '../../../shared/domain/event'
import { stateWords } from './eventWords'
import './StateChip.scss'

export function StateChip({ state }: { state: EventState }) {
  return <Text className={`chip chip--${state}`}>{stateWords(state)}</Text>
}

/** Beside the state of an event that was moved after it had been announced. */
export function ChangedChip() {
  return <Text className="chip chip--changed">时间地点有变更</Text>
}
