import type { VenueStore } from '../../features/articles/portsVenues'
import type { Database } from '../database'

interface VenueRow {
  venue: string
  address: string | null
  latitude: number | null
  longitude: number | null
}

/** Looked at for venues; who meets at more places than that within so many events finds the newest. */
const EVENTS = 60

export const createVenueStore = (database: Database): VenueStore => ({
  async recent(limit) {
    const rows = await database.read.query<VenueRow[]>(
      `SELECT e.venue, e.address, e.latitude, e.longitude FROM event e JOIN article a ON a.id = e.article_id
       WHERE COALESCE(a.binned_at, 0) = 0 ORDER BY a.updated_at DESC, a.id DESC LIMIT ?`,
      [EVENTS],
    )
    const newest = new Map<string, VenueRow>()
    for (const row of rows) if (row.venue !== '' && !newest.has(row.venue)) newest.set(row.venue, row)
    return [...newest.values()].slice(0, limit).map(({ venue, address, latitude, longitude }) => ({
      venue,
      address,
      location: latitude === null || longitude === null ? null : { latitude, longitude },
    }))
  },
})
