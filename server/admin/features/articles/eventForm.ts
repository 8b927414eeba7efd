import type { ArticleInput, Event } from '../../../../shared/contract'
import { checkEventTimes, type EventDecision } from '../../../../shared/domain/event'
import { fieldWords } from '../../ui/words'
import { t } from '../../ui/language'

/** An event as it is being filled in. Instants in ms since the epoch; coordinates as typed. */
export interface EventForm {
  startsAt: number | null
  endsAt: number | null
  venue: string
  address: string
  latitude: string
  longitude: string
  signupDeadline: number | null
  decision: EventDecision
  capacityNote: string
}

export const VENUE_MAX = 100
export const ADDRESS_MAX = 200
export const CAPACITY_MAX = 40

export const emptyEvent = (): EventForm => ({
  startsAt: null,
  endsAt: null,
  venue: '',
  address: '',
  latitude: '',
  longitude: '',
  signupDeadline: null,
  decision: 'scheduled',
  capacityNote: '',
})

export const eventOf = (event: Omit<Event, 'changedAt'>): EventForm => ({
  startsAt: Date.parse(event.startsAt),
  endsAt: Date.parse(event.endsAt),
  venue: event.venue,
  address: event.address ?? '',
  latitude: event.location === null ? '' : String(event.location.latitude),
  longitude: event.location === null ? '' : String(event.location.longitude),
  signupDeadline: event.signupDeadline === null ? null : Date.parse(event.signupDeadline),
  decision: event.decision,
  capacityNote: event.capacityNote ?? '',
})

export const isEventBlank = (event: EventForm): boolean => JSON.stringify(event) === JSON.stringify(emptyEvent())

/** A number within ±`bound`, or null when it is none. */
function degrees(text: string, bound: number): number | null {
  const value = Number(text.trim())
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= bound ? value : null
}

/**
 * Problems by the contract's path, in Chinese. `complete`: all that a published event needs must be there; a draft
 * may lack everything, but not a part of it, since the server keeps only whole events.
 */
export function checkEvent(event: EventForm, complete: boolean): Record<string, string> {
  if (!complete && isEventBlank(event)) return {}
  const problems: Record<string, string> = {}
  const { startsAt, endsAt, signupDeadline } = event
  if (startsAt === null) problems['event.startsAt'] = fieldWords('required')
  if (endsAt === null) problems['event.endsAt'] = fieldWords('required')
  if (event.venue.trim() === '') problems['event.venue'] = fieldWords('required')
  if (startsAt !== null && endsAt !== null) {
    for (const { field, code } of checkEventTimes({ startsAt, endsAt, signupDeadline })) {
      problems[`event.${field}`] = fieldWords(code)
    }
  }
  if (event.latitude.trim() !== '' || event.longitude.trim() !== '') {
    if (degrees(event.latitude, 90) === null)
      problems['event.location.latitude'] = t('请填写 -90 到 90 之间的数字。', 'A number from -90 to 90.')
    if (degrees(event.longitude, 180) === null)
      problems['event.location.longitude'] = t('请填写 -180 到 180 之间的数字。', 'A number from -180 to 180.')
  }
  return problems
}

/** What is sent, of an event that `checkEvent` finds whole. */
export function eventInput(event: EventForm): NonNullable<ArticleInput['event']> {
  const latitude = degrees(event.latitude, 90)
  const longitude = degrees(event.longitude, 180)
  const iso = (instant: number | null): string => (instant === null ? '' : new Date(instant).toISOString())
  return {
    startsAt: iso(event.startsAt),
    endsAt: iso(event.endsAt),
    venue: event.venue.trim(),
    address: event.address.trim() === '' ? null : event.address.trim(),
    location: latitude === null || longitude === null ? null : { latitude, longitude },
    signupDeadline: event.signupDeadline === null ? null : iso(event.signupDeadline),
    decision: event.decision,
    ...(event.capacityNote.trim() === '' ? {} : { capacityNote: event.capacityNote.trim() }),
  }
}
