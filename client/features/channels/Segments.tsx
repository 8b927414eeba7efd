import { ScrollView, View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Tap } from '../../ui/Tap'
import type { Leaf } from './leaves'
import './Segments.scss'

interface SegmentsProps {
  channels: Pick<Leaf, 'slug' | 'name'>[]
  /** What is chosen among, for a screen reader. */
  label?: string
  chosen: string
  onChoose: (slug: string) => void
}

/** Which channel is shown. */
export function Segments({ channels, label = '栏目', chosen, onChoose }: SegmentsProps) {
  return (
    <ScrollView className="segments" scrollX enhanced showScrollbar={false}>
      <View className="segments__track" {...roleOf({ role: 'tablist', label })}>
        {channels.map(({ slug, name }) => (
          <Tap
            key={slug}
            className={`segments__one ${slug === chosen ? 'segments__one--chosen' : ''}`}
            role="tab"
            selected={slug === chosen}
            onTap={() => onChoose(slug)}
          >
            {name}
          </Tap>
        ))}
      </View>
    </ScrollView>
  )
}
