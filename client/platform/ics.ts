import type { CalendarEntry } from './phoneCalendar'

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `20261205T060000Z` */
const utc = (instant: number): string => {
  const at = new Date(instant)
  const date = `${at.getUTCFullYear()}${pad(at.getUTCMonth() + 1)}${pad(at.getUTCDate())}`
  return `${date}T${pad(at.getUTCHours())}${pad(at.getUTCMinutes())}${pad(at.getUTCSeconds())}Z`
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const octets = (sign: string): number => new TextEncoder().encode(sign).length

/** Lines hold at most 75 octets; the rest goes on behind a space (RFC 5545, 3.1). Never within a character. */
function folded(line: string): string {
  let text = ''
  let length = 0
  for (const sign of line) {
    const size = octets(sign)
    if (length + size > 75) {
      text += '\r\n '
      length = 1
    }
    text += sign
    length += size
  }
  return text
}

/** An event as a calendar file (RFC 5545). `address`: where the event can be read; `madeAt` in ms. */
export function calendarFile(entry: CalendarEntry, address: string, madeAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//association-notices//events//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.id}@association-notices`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${address}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
