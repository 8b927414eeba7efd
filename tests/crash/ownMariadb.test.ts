import { FAULTS } from './faults'

it('MariaDB is killed and comes back while several workers send: nobody is lost, nobody is told twice', async () => {
  const order = { kills: 0, recipients: 150, seed: 5, workers: 2, bug: null, db: 'mariadb', times: 1 } as const
  const held = { lost: 0, duplicates: 0, unknown: 0, wrong: 0, export_differs: 0, void: false, ok: true }
  expect(await FAULTS['mariadb-restart']?.(order)).toMatchObject(held)
})
