import { routes } from '../../http/route'
import type { VenueStore } from './portsVenues'

const MOST = 5

/** Where events were held before: staff seldom go to a new place. */
export const venueRoutes = ({ venues }: { venues: VenueStore }) =>
  routes({ 'GET /api/admin/venues': async () => ({ items: await venues.recent(MOST) }) })
