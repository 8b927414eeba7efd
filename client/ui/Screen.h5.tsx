import { useEffect, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { getCurrentPages } from '@tarojs/taro'
import { isTabPath } from '../routes'
import { back } from '../platform/navigation'
import { roleOf } from './aria'
import { Icon } from './Icon'
import type { ScreenProps } from './Screen'
import { SlowHint } from './SlowHint'
import { Tap } from './Tap'
import './Screen.scss'
import './web.scss'

const isTab = (): boolean => isTabPath(window.location.pathname)

/** The web's page frame: a bar with the title, and a way back on pages that are not tabs. */
export function Screen({ title, className = '', children }: PropsWithChildren<ScreenProps>) {
  useEffect(() => {
    document.title = title ? `${title} · ${ORGANISATION.name}` : ORGANISATION.name
  }, [title])
  const deep = getCurrentPages().length > 1
  return (
    <View className={`screen ${className}`}>
      {title !== undefined && (
        <View className="screen__bar">
          {!isTab() && (
            <Tap className="screen__back" label={deep ? '返回' : '回到首页'} onTap={back}>
              <Icon name={deep ? 'left' : 'home'} size={22} />
            </Tap>
          )}
          <View className="screen__title" {...roleOf({ role: 'heading', level: 1 })}>
            {title}
          </View>
        </View>
      )}
      {children}
      <SlowHint />
    </View>
  )
}
