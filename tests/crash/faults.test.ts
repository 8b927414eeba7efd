import { availableDatabases } from '../support/databases'
import { FAULTS } from './faults'

const HELD = {
  lost: 0,
  duplicates: 0,
  unknown_settled: 0,
  unknown_known: 0,
  wrong: 0,
  late: 0,
  export_differs: 0,
  void: false,
  ok: true,
}
const ORDER = { kills: 0, recipients: 120, seed: 5, workers: 2, bug: null } as const
const grown = availableDatabases.at(-1) ?? 'sqlite'

// The short form of the named runs; the long form of each is `npm run test:crash -- --fault NAME`.
it.each([
  ['unsubscribe-mid-send', 'sqlite', 1],
  ['publish-clicks-200', grown, 30],
  ['sigterm', grown, 4],
  ['token-revoked-100', 'sqlite', 8],
  ['token-holder-killed', 'sqlite', 2],
  ['clock-step', 'sqlite', 1],
  ['database-clock-step', grown, 1],
  ['disk-full', 'sqlite', 2],
  ['sigstop', 'sqlite', 1],
  ['outages', grown, 1],
] as const)('%s (%s)', async (name, db, times) => {
  expect(await FAULTS[name]?.({ ...ORDER, db, times })).toMatchObject(HELD)
})
