import { FAULTS } from './faults'

it('Redis is flushed, and killed and started anew, while several workers send: nobody notices', async () => {
  const order = { kills: 0, recipients: 120, seed: 5, workers: 2, bug: null, db: 'mariadb', times: 3 } as const
  const held = { lost: 0, duplicates: 0, unknown: 0, wrong: 0, void: false, ok: true }
  expect(await FAULTS['redis-flush']?.(order)).toMatchObject(held)
})
