import { ScrollView, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../shared/contract'
import { Tap } from '../../ui/Tap'
import { openArticle } from '../articles/openArticle'
import { DateTile } from '../events/DateTile'
import { briefOf, stateOf, wasMoved } from '../events/eventWords'
import { ChangedChip, StateChip } from '../events/StateChip'
import './EventStrip.scss'

/** The next events side by side, soonest first; a single one takes the whole width. */
export function EventStrip({ events, now }: { events: ArticleSummary[]; now: number }) {
  return (
    <ScrollView className="strip" scrollX enhanced showScrollbar={false}>
      <View className="strip__track">
        {events.map((article) => {
          const { event } = article
          if (!event) return null
          const state = stateOf(event, now)
          return (
            <Tap
              key={article.id}
              className={`strip__card ${events.length === 1 ? 'strip__card--alone' : ''}`}
              role="link"
              onTap={() => openArticle(article)}
            >
              <View className="strip__top">
                <DateTile startsAt={event.startsAt} spoken faded={event.decision === 'cancelled'} />
                <View className="strip__lead">
                  <StateChip state={state} />
                  {wasMoved(event, state) && <ChangedChip />}
                  <View className="strip__brief clamp-2">{briefOf(event)}</View>
                </View>
              </View>
              <View className="strip__title clamp-2">{article.title}</View>
            </Tap>
          )
        })}
      </View>
    </ScrollView>
  )
}
