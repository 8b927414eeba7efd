import { Text, View } from '@tarojs/components'
import type { Me } from '../../../shared/contract'
import { STORED_DATA, STORED_KINDS, type StoredKind } from '../../../shared/domain/storedData'
import { roleOf } from '../../ui/aria'
import { PHONE_DATA } from './phoneData'

/** How much of a kind is kept about this member; empty for what is not counted. */
function amountOf(kind: StoredKind, me: Me): string {
  switch (kind) {
    case 'topics':
    case 'answers':
    case 'deliveries':
    case 'eventChoices':
    case 'sessions':
      return `现有 ${me.stored[kind]} 条`
    case 'consent':
      return me.consent.given ? '现有 1 条' : '没有'
    default:
      return ''
  }
}

/** Everything that the server keeps about a member, kind by kind, with how much of it there is once they are known. */
export function StoredOnServer({ me }: { me: Me | null }) {
  return (
    <View className="privacy__card">
      {STORED_KINDS.map((kind) => {
        const { title, what, purpose, retention } = STORED_DATA[kind]
        return (
          <View key={kind} className="privacy__kind">
            <View className="privacy__kind-head">
              <View className="privacy__kind-title" {...roleOf({ role: 'heading', level: 3 })}>
                {title}
              </View>
              {me && <Text className="privacy__amount">{amountOf(kind, me)}</Text>}
            </View>
            <View>{what}</View>
            <View className="privacy__why">用途：{purpose}</View>
            <View className="privacy__why">期限：{retention}</View>
          </View>
        )
      })}
    </View>
  )
}

/** What stays on the phone. */
export function StoredOnPhone() {
  return (
    <View className="privacy__card">
      {PHONE_DATA.map(({ title, what }) => (
        <View key={title} className="privacy__kind">
          <View className="privacy__kind-title" {...roleOf({ role: 'heading', level: 3 })}>
            {title}
          </View>
          <View>{what}</View>
        </View>
      ))}
    </View>
  )
}
