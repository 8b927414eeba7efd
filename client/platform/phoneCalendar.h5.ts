import { articlePath } from '../routes'
import { clockNow } from './clock'
import { calendarFile } from './ics'
import type { CalendarEntry } from './phoneCalendar'
import type { Refusal } from './refusal'
import { saveFile } from './saveFile'

/** A calendar file carries the event's address instead. */
export const takesLink = (): boolean => false

/** The web: the event as a file, which the phone's or the computer's calendar opens. */
export const addToCalendar = (entry: CalendarEntry): Promise<Refusal | null> => {
  const address = window.location.origin + articlePath(entry.id)
  return Promise.resolve(
    saveFile(`${entry.title}.ics`, 'text/calendar;charset=utf-8', calendarFile(entry, address, clockNow())),
  )
}
