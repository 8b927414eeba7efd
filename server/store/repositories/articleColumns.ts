import type { PublishedEvent, StoredCut, StoredEvent, StoredPicture } from '../../features/articles/ports'
import type { EventDecision } from '../../../shared/domain/event'
import type { PictureCut } from '../../../shared/domain/pictureCut'

type Num = number | string

/** Columns of a cover `m` and an event `e` that are joined to an article; all null when there is none. */
export const COVER_COLUMNS = `m.id AS cover_id, m.file AS cover_file, m.width AS cover_width, m.height AS cover_height,
  m.alt AS cover_alt, m.created_at AS cover_created_at, m.has_variants AS cover_has_variants, m.cut_of AS cover_cut_of,
  m.cut AS cover_cut`
export const EVENT_COLUMNS = `e.starts_at, e.ends_at, e.venue, e.address, e.latitude, e.longitude, e.signup_deadline,
  e.decision, e.changed_at, e.capacity_note`

export interface CoverColumns {
  cover_id: string | null
  cover_file: string
  cover_width: Num
  cover_height: Num
  cover_alt: string
  cover_created_at: Num
  cover_has_variants: Num | boolean
  cover_cut_of: string | null
  cover_cut: string | null
}

export interface EventColumns {
  starts_at: Num | null
  ends_at: Num
  venue: string
  address: string | null
  latitude: number | null
  longitude: number | null
  signup_deadline: Num | null
  decision: EventDecision
  changed_at: Num | null
  capacity_note: string | null
}

/** How a picture was cut, as its row tells. */
export const cutOf = (of: string | null, cut: string | null): StoredCut | null =>
  of === null || cut === null ? null : { of, ...(JSON.parse(cut) as PictureCut) }

export const coverOf = (row: CoverColumns): StoredPicture | null =>
  row.cover_id === null
    ? null
    : {
        id: row.cover_id,
        file: row.cover_file,
        width: Number(row.cover_width),
        height: Number(row.cover_height),
        alt: row.cover_alt,
        createdAt: Number(row.cover_created_at),
        hasVariants: Number(row.cover_has_variants) === 1,
        cut: cutOf(row.cover_cut_of, row.cover_cut),
      }

export const eventOf = (row: EventColumns): StoredEvent | null =>
  row.starts_at === null
    ? null
    : {
        startsAt: Number(row.starts_at),
        endsAt: Number(row.ends_at),
        venue: row.venue,
        address: row.address,
        location:
          row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
        signupDeadline: row.signup_deadline === null ? null : Number(row.signup_deadline),
        decision: row.decision,
        ...(row.capacity_note === null ? {} : { capacityNote: row.capacity_note }),
      }

export function publishedEventOf(row: EventColumns): PublishedEvent | null {
  const event = eventOf(row)
  return event && { ...event, changedAt: row.changed_at === null ? null : Number(row.changed_at) }
}
