import { finderRoutes } from '../features/finder/routes'
import { seek } from '../features/search/seek'
import type { Database } from '../store/database'
import { createFinderStore } from '../store/repositories/finder'
import { createSearchIndex } from '../store/repositories/searchIndex'

/** The staff's palette finds the public through the members' index, also in channels that are hidden from members. */
export function composeFinder(database: Database) {
  const index = createSearchIndex(database)
  const everywhere = { channelIds: null, from: null, to: null }
  return finderRoutes({
    store: createFinderStore(database),
    index: {
      async find(words, limit) {
        const { hits } = await seek(index, { words, ...everywhere }, { rank: 0, after: null }, limit)
        return hits.map(({ id }) => id)
      },
    },
  })
}
