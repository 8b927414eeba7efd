import type { StoredEvent } from './ports'

export interface VenueStore {
  /** Of the events that were saved last, each venue once. */
  recent(limit: number): Promise<Pick<StoredEvent, 'venue' | 'address' | 'location'>[]>
}
