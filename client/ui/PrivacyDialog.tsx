import { useEffect } from 'react'
import { Button, View } from '@tarojs/components'
import { AGREE_BUTTON, agree, disagree, exposed, openGuide, usePrivacyQuestion } from '../platform/privacy'
import { roleOf } from './aria'
import { Tap } from './Tap'
import './PrivacyDialog.scss'

/** Asks in our words before WeChat lets the app use something of the member's. Refusing closes nothing but this. */
export function PrivacyDialog() {
  const asked = usePrivacyQuestion()
  useEffect(() => {
    if (asked) exposed()
  }, [asked])
  if (!asked) return null
  return (
    <View className="privacy-ask" {...roleOf({ role: 'alert' })}>
      <View className="privacy-ask__sheet">
        <View className="privacy-ask__title">使用前请您同意</View>
        <View className="privacy-ask__text">
          您要用的功能需要写入您手机的剪贴板、日历或通讯录。{ORGANISATION.shortName}
          只在您点按时写入一次，不读取也不上传其中的内容。不同意也可以继续浏览。
        </View>
        <Tap className="privacy-ask__guide" role="link" onTap={openGuide}>
          查看《用户隐私保护指引》
        </Tap>
        <View className="privacy-ask__choices">
          <Tap className="privacy-ask__no" onTap={disagree}>
            不同意
          </Tap>
          <Button
            id={AGREE_BUTTON}
            className="privacy-ask__yes"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={agree}
          >
            同意并继续
          </Button>
        </View>
      </View>
    </View>
  )
}
