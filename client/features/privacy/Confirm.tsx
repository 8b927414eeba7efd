import { View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'

interface ConfirmProps {
  /** What will happen, before it does. */
  consequence: string
  yes: string
  onYes: () => void
  onNo: () => void
}

/** Asks once more, in place of the button that was tapped. */
export function Confirm({ consequence, yes, onYes, onNo }: ConfirmProps) {
  return (
    <View className="privacy__confirm" {...roleOf({ role: 'alert' })}>
      <View>{consequence}</View>
      <View className="privacy__buttons">
        <View className="privacy__danger">
          <Button text={yes} onTap={onYes} />
        </View>
        <Button kind="soft" text="暂不" onTap={onNo} />
      </View>
    </View>
  )
}
