import { useEffect, useRef, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { textScale } from '../platform/device'
import { lookOf, paintBars, watchPhoneLook } from '../platform/look'
import { GROWTH, useSettings } from '../platform/settings'
import { PrivacyDialog } from './PrivacyDialog'
import { SlowHint } from './SlowHint'
import './Screen.scss'

export interface ScreenProps {
  /** Shown by the web build, which has no title bar of WeChat's around it. */
  title?: string
  className?: string
  /** The page begins with the band of the association's colour, and the title bar joins it. */
  hero?: boolean
}

/** Beyond this a line holds too few characters to be read. */
const LARGEST = 1.9

/** The root of every page: the member's look and text size, the safe area, and what any page may have to say. */
export function Screen({ className = '', hero = false, children }: PropsWithChildren<ScreenProps>) {
  const { theme, textSize } = useSettings()
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
    paintBars(theme, hero)
  })
  useDidHide(() => {
    shown.current = false
  })
  // A page below paints its bars when it is shown again: now they are another page's.
  useEffect(() => {
    const paint = (): void => {
      if (shown.current) paintBars(theme, hero)
    }
    paint()
    return watchPhoneLook(paint)
  }, [theme, hero])

  const look = lookOf(theme)
  const unit = Math.min(LARGEST, textScale() * GROWTH[textSize])
  return (
    <View
      className={`screen ${look ? `look-${look} ` : ''}${className}`}
      style={{ '--unit': `${unit}px` } as Record<string, string>}
    >
      {children}
      <SlowHint />
      <PrivacyDialog />
    </View>
  )
}
