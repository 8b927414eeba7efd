import { plannerRoutes } from '../features/planner/routes'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createPlannerStore } from '../store/repositories/planner'

/** What staff have planned, by month. */
export const composePlanner = ({ database, clock }: { database: Database; clock: Clock }) =>
  plannerRoutes({ store: createPlannerStore(database), clock })
