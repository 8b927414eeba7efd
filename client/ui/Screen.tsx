import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { textScale } from '../platform/device'
import './Screen.scss'

export interface ScreenProps {
  /** Shown by the web build, which has no title bar of WeChat's around it. */
  title?: string
  className?: string
}

/** The root of every page: the member's text size and the safe area. WeChat draws the title bar. */
export function Screen({ className = '', children }: PropsWithChildren<ScreenProps>) {
  return (
    <View className={`screen ${className}`} style={{ '--unit': `${textScale()}px` } as Record<string, string>}>
      {children}
    </View>
  )
}
