import { association } from '../../shared/contract/association'
import { channelPlan } from '../../server/features/channels/plan'
import type { Database } from '../../server/store/database'
import { openDatabase } from '../../server/store/open'
import { createChannelRepository } from '../../server/store/repositories/channels'
import file from '../../config/association.json'
import { availableDatabases, openFreshDatabase } from '../support/databases'

test.each(availableDatabases)(
  'servers that start at once on an empty house all find its channels, on %s',
  async (kind) => {
    const { database, url, close } = await openFreshDatabase(kind)
    const others: Database[] = []
    try {
      for (let more = 0; more < 3; more += 1) others.push(await openDatabase(url))
      const plan = channelPlan(association.parse(file))
      await Promise.all([database, ...others].map((one) => createChannelRepository(one).synchronise(plan)))
      const tree = await createChannelRepository(database).tree()
      expect(tree.flatMap((node) => [node, ...node.children])).toHaveLength(plan.length)
    } finally {
      await Promise.all(others.map((one) => one.close()))
      await close()
    }
  },
)
