import { useEffect, useState } from 'react'
import type { ArticleSummary, CalendarLink, Event } from '../../../shared/contract'
import { addToCalendar, takesLink } from '../../platform/phoneCalendar'
import { callAsMember } from '../../platform/session'
import { noteInCalendar } from './useChange'

/** What came of the tap. */
export interface CalendarAnswer {
  added: boolean
  words: string
  settings: boolean
}

const ADDED: CalendarAnswer = {
  added: true,
  words: '已添加。活动如有变更，手机日历不会自动更新，需要您手动修改。',
  settings: false,
}

/**
 * Puts an event into the phone's calendar. The signed way back is fetched beforehand, once the member is logged in
 * (`member`): the tap itself must not wait, and an entry without it is better than none.
 */
export function useCalendarEntry({ id, title, summary }: ArticleSummary, event: Event, member: boolean) {
  const [link, setLink] = useState<CalendarLink | null>(null)
  const [answer, setAnswer] = useState<CalendarAnswer | null>(null)

  useEffect(() => {
    if (!member || !takesLink()) return
    let here = true
    callAsMember('GET /api/articles/{id}/calendar-link', { params: { id } }).then(
      (found) => here && setLink(found),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [id, member])

  const add = (): void => {
    const place = event.address ? `${event.venue}（${event.address}）` : event.venue
    const startsAt = Date.parse(event.startsAt)
    const endsAt = Date.parse(event.endsAt)
    void addToCalendar({ id, title, startsAt, endsAt, place, description: summary, link }).then((refusal) => {
      if (refusal) return setAnswer({ added: false, ...refusal })
      noteInCalendar(id, event)
      setAnswer(ADDED)
    })
  }
  return { answer, add }
}
