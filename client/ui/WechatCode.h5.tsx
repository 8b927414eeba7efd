import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { pictureAddress } from '../platform/address'
import { altOf } from './aria'
import './WechatCode.scss'

/** The mini-program code that opens an article in WeChat, or the mini-program; the words beside it do without. */
export function WechatCode({ articleId }: { articleId?: string }) {
  const [lost, setLost] = useState(false)
  if (lost) return null
  const address = articleId === undefined ? '/api/code' : `/api/articles/${encodeURIComponent(articleId)}/code`
  return (
    <View className="wechat-code">
      <Image
        className="wechat-code__picture"
        src={pictureAddress(address)}
        mode="scaleToFill"
        onError={() => setLost(true)}
        {...altOf('小程序码')}
      />
      <View className="wechat-code__words">微信扫一扫，打开小程序</View>
    </View>
  )
}
