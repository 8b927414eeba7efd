import type { ContactValues, OrganisationValues, Picture } from '../../../shared/contract'
import type { AuditEntry } from '../../kernel/audit'

/** What stands in place of the association's file: only what differs from it. */
export interface HouseOverrides {
  organisation: Partial<OrganisationValues>
  contact: Partial<ContactValues>
}

export interface HouseStore {
  read(): Promise<HouseOverrides>
  /** Keeps what differs, and tells every process in the same transaction. */
  keep<K extends keyof HouseOverrides>(part: K, values: HouseOverrides[K], audit: AuditEntry): Promise<void>
  picture(mediaId: string): Promise<Picture | null>
}

/** The house as it is now in this process: the file with what stands in its place. */
export interface LiveHouse {
  overrides(): HouseOverrides
  /** The photo of the library that was chosen; null when none was, or when it is gone. */
  libraryPhoto(): Picture | null
}
