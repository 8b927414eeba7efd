import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Home } from '../../../shared/contract'
import { open } from '../../platform/navigation'
import { channelPath } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Section } from '../../ui/Section'
import { ArticleRow } from '../articles/ArticleRow'
import { leavesOf } from '../channels/leaves'
import { AddGuide } from './AddGuide'
import { CalendarLink } from '../events/CalendarLink'
import { ChannelGrid } from './ChannelGrid'
import { EventStrip } from './EventStrip'

/** Everything below the welcome, from the one answer of `GET /api/home`. `stale`: the word that it is an old one. */
export function HomeContent({ home, stale }: { home: Home; stale: ReactNode }) {
  const now = Date.parse(home.now)
  const leaves = leavesOf(home.channels)
  const eventChannel = leaves.find((leaf) => leaf.kind === 'events')
  const isEvents = (slug: string): boolean => leaves.some((leaf) => leaf.slug === slug && leaf.kind === 'events')
  // Events have their strip, and what is pinned is shown once.
  const pinned = new Set(home.pinned.map(({ id }) => id))
  const latest = home.latest
    .filter(({ channel }) => !isEvents(channel.slug))
    .map(({ channel, items }) => ({ channel, items: items.filter(({ id }) => !pinned.has(id)) }))
    .filter(({ items }) => items.length > 0)
  const bare = home.events.length + home.pinned.length + latest.length === 0

  return (
    <View>
      <ChannelGrid channels={leaves} />
      {stale}
      <AddGuide />
      {home.events.length > 0 && (
        <Section
          title="近期活动"
          more={
            eventChannel && { label: `全部${eventChannel.name}`, onTap: () => open(channelPath(eventChannel.slug)) }
          }
        >
          <EventStrip events={home.events} now={now} />
          <CalendarLink text="按月查看活动日历" />
        </Section>
      )}
      {home.pinned.length > 0 && (
        <Section title="重要">
          <View className="home__rows">
            {home.pinned.map((article) => (
              <ArticleRow key={article.id} article={article} now={now} />
            ))}
          </View>
        </Section>
      )}
      {latest.map(({ channel, items }) => (
        <Section
          key={channel.slug}
          title={channel.name}
          more={{ label: `全部${channel.name}`, onTap: () => open(channelPath(channel.slug)) }}
        >
          <View className="home__rows">
            {items.map((article) => (
              <ArticleRow key={article.id} article={article} now={now} />
            ))}
          </View>
        </Section>
      ))}
      {bare && <Blank icon="empty" title="还没有发布内容" text="协会发布的通知和活动会出现在这里。" />}
    </View>
  )
}
