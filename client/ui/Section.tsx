import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { roleOf } from './aria'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './Section.scss'

interface SectionProps {
  title: string
  more?: { label: string; onTap: () => void }
}

/** A titled part of a page, with a way to all of it. */
export function Section({ title, more, children }: PropsWithChildren<SectionProps>) {
  return (
    <View className="section">
      <View className="section__head">
        <View className="section__title" {...roleOf({ role: 'heading' })}>
          {title}
        </View>
        {more && (
          <Tap className="section__more" role="link" label={more.label} onTap={more.onTap}>
            <Text>全部</Text>
            <Icon name="right" size={16} />
          </Tap>
        )}
      </View>
      {children}
    </View>
  )
}
