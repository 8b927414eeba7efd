import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { roleOf } from './aria'

interface TapProps {
  onTap: () => void
  className?: string
  /** What a screen reader says; the text inside when absent. */
  label?: string
  role?: 'button' | 'link' | 'tab' | 'switch' | 'radio'
  selected?: boolean
  checked?: boolean
  id?: string
}

/** Anything that can be tapped: at least 44 px high, shows the press, and can be reached by keyboard on the web. */
export function Tap({
  onTap,
  className = '',
  label,
  role = 'button',
  selected,
  checked,
  id,
  children,
}: PropsWithChildren<TapProps>) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`tap ${className}`}
      hoverClass="pressed"
      hoverStayTime={80}
      onClick={onTap}
      {...roleOf({ role, label, selected, checked, onTap })}
    >
      {children}
    </View>
  )
}
