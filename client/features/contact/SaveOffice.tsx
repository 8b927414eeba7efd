import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ContactCard } from '../../../shared/contract'
import { saveOffice } from '../../platform/addressBook'
import type { Refusal } from '../../platform/refusal'
import { openSettings } from '../../platform/wechat'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'

const SAVED: Refusal = { words: '已保存到通讯录。', settings: false }

/** Keeps the office in the phone's contacts, and says what came of it. */
export function SaveOffice({ card }: { card: ContactCard }) {
  const [answer, setAnswer] = useState<Refusal | null>(null)
  const { organisation, phones, address, building, postalCode } = card
  const save = (): void => {
    const office = { organisation, phones, address: `${address}${building}`, postalCode }
    void saveOffice(office).then((refusal) => setAnswer(refusal ?? SAVED))
  }
  return (
    <View className="contact__save">
      <Button id="save-office" kind="soft" icon="person" text="保存到通讯录" onTap={save} />
      {answer && (
        <View className="contact__answer" {...roleOf({ role: 'status' })}>
          <View>{answer.words}</View>
          {answer.settings && <Button kind="soft" text="打开设置" onTap={openSettings} />}
        </View>
      )}
    </View>
  )
}
