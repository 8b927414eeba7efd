import type { ArticleSummary, Event } from '../../../shared/contract'
import { formatDateTime } from '../../../shared/domain/time'
import { Document } from '../../kernel/document'
import { plain } from './markup'
import type { SavedState } from './ports'
import { ShanghaiDate } from './shanghaiDate'
import type { Described } from './structuredData'

export interface CalendarEvent {
  article: Pick<ArticleSummary, 'id' | 'title' | 'summary'>
  event: Event
  saved: SavedState
}

const ZONE = 'Asia/Shanghai'
/** The zone has had no other time since 1991. */
const ZONE_RULES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T010000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

/** The same that the members' app writes into a calendar file: an event that was taken from there is not entered twice. */
const uidOf = (id: string): string => `${id}@association-notices`

/**
 * Events as a calendar (RFC 5545) that programs subscribe to. An event keeps its UID for good; its SEQUENCE grows with each
 * save, so that a change or a cancellation replaces what a calendar holds. DTSTAMP is the last save, so that nothing
 * changes by itself. The library is loaded when first asked.
 */
export async function calendarDocument(
  events: CalendarEvent[],
  { name, source }: { name: string; source: string },
  { association, addresses }: Described,
): Promise<Document> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator')
  const calendar = ical({
    name: plain(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'association-notices', product: 'events', language: 'ZH' },
    source,
    ttl: 3600,
    x: [['X-WR-TIMEZONE', ZONE]],
  })
  for (const { article, event, saved } of events) {
    const isCancelled = event.decision === 'cancelled'
    const lines = [
      ...(isCancelled ? ['活动已取消。'] : []),
      article.summary,
      ...(event.signupDeadline === null ? [] : [`报名截止：${formatDateTime(Date.parse(event.signupDeadline))}`]),
      `主办：${association.organisation.name}`,
    ]
    const at = new Date(saved.updatedAt)
    calendar.createEvent({
      id: uidOf(article.id),
      sequence: saved.version,
      stamp: at,
      lastModified: at,
      start: new ShanghaiDate(event.startsAt),
      end: new ShanghaiDate(event.endsAt),
      timezone: ZONE,
      summary: plain(isCancelled ? `已取消：${article.title}` : article.title),
      description: plain(lines.join('\n')),
      location: plain(event.address === null ? event.venue : `${event.venue}，${event.address}`),
      url: addresses.article(article.id),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  const text = calendar.toString()
  // The library writes the rules of a zone only with all its times in it; DTSTAMP has to be in UTC.
  const placed = text.replace('BEGIN:VEVENT', `${ZONE_RULES}BEGIN:VEVENT`)
  return new Document(`${placed.trimEnd()}\r\n`, { type: 'text/calendar; charset=utf-8' })
}
