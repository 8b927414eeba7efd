import { useEffect, useState } from 'react'
import type { Event } from '../../../shared/contract'
import { keep, kept } from '../../platform/storage'
import { accept, changeOf, readSeen, remember, type Change } from './seenEvents'

const SEEN_KEY = 'events:seen'
const seenNow = () => readSeen(kept(SEEN_KEY))

/** The member has just put the event, as it is now, into the phone's calendar. */
export const noteInCalendar = (id: string, event: Event): void => {
  keep(SEEN_KEY, accept(seenNow(), id, event, true))
}

/** How an event differs from what this member was shown of it before, and the word that they know. */
export function useChange(id: string, event: Event): { change: Change | null; known: () => void } {
  const [accepted, setAccepted] = useState<Event | null>(null)
  useEffect(() => {
    keep(SEEN_KEY, remember(seenNow(), id, event))
  }, [id, event])
  const change = accepted === event ? null : changeOf(seenNow(), id, event)
  const known = (): void => {
    keep(SEEN_KEY, accept(seenNow(), id, event, change?.inCalendar))
    setAccepted(event)
  }
  return { change, known }
}
