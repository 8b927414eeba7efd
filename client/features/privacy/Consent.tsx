import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Me } from '../../../shared/contract'
import { PRIVACY_VERSION } from '../../../shared/domain/privacyVersion'
import { Button } from '../../ui/Button'
import { Confirm } from './Confirm'
import { consentWords } from './consentWords'
import { WITHDRAWING } from './notice'

interface ConsentProps {
  consent: Me['consent']
  onDecide: (agreed: boolean) => void
}

/** What the member agreed to, and the taps to agree and to withdraw. */
export function Consent({ consent, onDecide }: ConsentProps) {
  const [asking, setAsking] = useState(false)
  const { words, canAgree, canWithdraw } = consentWords(consent, PRIVACY_VERSION)
  const withdraw = (): void => {
    setAsking(false)
    onDecide(false)
  }
  return (
    <View className="privacy__card privacy__card--plain">
      <View>{words}</View>
      {asking ? (
        <Confirm consequence={WITHDRAWING} yes="确认撤回" onYes={withdraw} onNo={() => setAsking(false)} />
      ) : (
        <View className="privacy__buttons">
          {canAgree && <Button text="我已阅读并同意" onTap={() => onDecide(true)} />}
          {canWithdraw && <Button kind="soft" text="撤回我的同意" onTap={() => setAsking(true)} />}
        </View>
      )}
    </View>
  )
}
