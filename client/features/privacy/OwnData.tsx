import { useState } from 'react'
import { View } from '@tarojs/components'
import { copyText } from '../../platform/device'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Confirm } from './Confirm'
import { ERASING } from './notice'
import type { Export, Privacy } from './usePrivacy'

function Exported({ exported: { file, text } }: { exported: Export }) {
  const handOn = file?.handOn
  return (
    <View className="privacy__done" {...roleOf({ role: 'status' })}>
      <View>{file ? `已导出为文件“${file.name}”。` : '手机空间不足，没有写成文件，可以复制为文字保存。'}</View>
      <View className="privacy__buttons">
        {handOn && <Button text="发送到聊天" onTap={handOn} />}
        <Button kind="soft" text="复制为文字" onTap={() => copyText(text)} />
      </View>
    </View>
  )
}

/** The export and the erasure of all that is kept about the member. */
export function OwnData({ privacy }: { privacy: Privacy }) {
  const [asking, setAsking] = useState(false)
  const { exported, busy } = privacy
  const erase = (): void => {
    setAsking(false)
    void privacy.erase()
  }
  return (
    <View className="privacy__card privacy__card--plain">
      {exported && <Exported exported={exported} />}
      {asking ? (
        <Confirm consequence={ERASING} yes="确认清除" onYes={erase} onNo={() => setAsking(false)} />
      ) : (
        <View className="privacy__buttons">
          <Button kind="soft" text={busy ? '请稍候…' : '导出我的数据'} onTap={() => void privacy.exportAll()} />
          <Button kind="soft" text="清除我的数据" onTap={() => setAsking(true)} />
        </View>
      )}
    </View>
  )
}
