import { availableDatabases, withDatabase } from '../support/databases'
import { look, problems } from './walk/invariants'
import { randomOf } from './walk/random'
import { createWorld } from './walk/world'

const STEPS = 220

/**
 * Members, workers, WeChat and staff do things in any order; after each one everything that must always hold is looked
 * at. A failure names its seed and what led to it.
 */
describe.each(availableDatabases)('whatever happens to the ledger (%s)', (kind) => {
  it.each(kind === 'sqlite' ? [1, 2, 3, 4] : [5, 6])('no grant and no member is lost or used twice (seed %d)', (seed) =>
    withDatabase(kind, async (database) => {
      const random = randomOf(seed)
      const world = await createWorld(database, random)
      const done: string[] = []
      let before = await look(database)
      for (let index = 0; index < STEPS; index += 1) {
        done.push(await world.step())
        const after = await look(database)
        const lost = world.lost(after)
        const found = problems(before, after, lost)
        if (lost > 0) found.push(`${lost} grants are gone`)
        found.push(...world.again().map((id) => `${id} is sent again`))
        if (found.length > 0) throw new Error(`${found.join('; ')}\nafter ${done.slice(-8).join(' · ')}`)
        before = after
      }
      // the walk has been somewhere
      expect(new Set(before.deliveries.map((row) => row.state)).size).toBeGreaterThanOrEqual(6)
    }),
  )
})
