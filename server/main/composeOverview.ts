import { overviewExport, overviewRoutes } from '../features/overview/routes'
import type { AccessOptions } from '../http/access'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createOverviewStore } from '../store/repositories/overview'

export interface OverviewParts {
  database: Database
  clock: Clock
  access: AccessOptions
}

/** What staff see of the house in numbers. */
export function composeOverview({ database, clock, access }: OverviewParts) {
  const deps = { store: createOverviewStore(database), clock, access }
  return { routes: overviewRoutes(deps), besides: [overviewExport(deps)] }
}
