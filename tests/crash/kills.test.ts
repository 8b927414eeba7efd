import { availableDatabases } from '../support/databases'
import { killingRun } from './killing'

describe.each(availableDatabases)('workers are killed while a notice goes out (%s)', (db) => {
  it('nobody is lost, nobody is told twice, and unknown is what nobody can know', async () => {
    const result = await killingRun({ kills: 8, recipients: 240, seed: 7, db, workers: 2, bug: null })
    expect(result).toMatchObject({
      kills: 8,
      lost: 0,
      duplicates: 0,
      unknown_settled: 0,
      unknown_known: 0,
      wrong: 0,
      late: 0,
      export_differs: 0,
      void: false,
      ok: true,
    })
    expect(result.unknown).toBeLessThanOrEqual(result.unknown_bound)
    expect(result.in_flight_share).toBeGreaterThanOrEqual(0.3)
  })
})
