import { Text } from '@tarojs/components'
import type { EventState } from '../../../shared/domain/event'
import { stateWords } from './eventWords'
import './StateChip.scss'

export function StateChip({ state }: { state: EventState }) {
  return <Text className={`chip chip--${state}`}>{stateWords(state)}</Text>
}
