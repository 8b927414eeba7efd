import type { ChannelNode, Home } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import type { Clock } from '../../kernel/clock'
import type { Reading } from '../../kernel/reading'
import type { ChannelTree, PublishedArticles, PublishedSummary } from './ports'
import { iso, presentSummary } from './presenter'
import type { ViewCounter } from './views'

const LATEST_EACH = 4
const EVENTS = 8
const PINNED = 5

export interface ReadDeps {
  articles: PublishedArticles
  channels: ChannelTree
  views: ViewCounter
  association: Association
  clock: Clock
}

/** The channels that hold articles, in the order of the tree. */
export const leavesOf = (tree: ChannelNode[]) =>
  tree.flatMap((node) => (node.kind === 'group' ? node.children : [{ ...node, children: undefined }]))

const officeOf = ({ contact }: Association): Home['office'] => {
  const { phones, address, building, postalCode, copyright, icp } = contact
  return { phones, address, building, postalCode, copyright, icp }
}

/** Everything of the first screen, from three queries beside the channels. */
export async function readHome({ articles, channels, views, association, clock }: ReadDeps): Promise<Reading<Home>> {
  const now = clock.now()
  const tree = await channels.tree()
  const leaves = leavesOf(tree)
  const [pinned, events, latest] = await Promise.all([
    articles.pinned(PINNED),
    articles.comingEvents(now, EVENTS),
    articles.latest(
      leaves.map(({ id }) => id),
      LATEST_EACH,
    ),
  ])
  const present = (article: PublishedSummary) => presentSummary(article, views.shown(article.id, article.views))
  return {
    topics: ['events', ...leaves.map(({ id }) => `channel:${id}`)],
    articles: [...pinned, ...events, ...latest].map(({ id }) => id),
    render: () => ({
      organisation: association.organisation,
      office: officeOf(association),
      channels: tree,
      pinned: pinned.map(present),
      events: events.map(present),
      latest: leaves.map(({ id, slug, name }) => ({
        channel: { id, slug, name },
        items: latest.filter((article) => article.channel.id === id).map(present),
      })),
      now: iso(now),
    }),
  }
}
