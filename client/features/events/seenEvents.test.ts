import type { Event } from '../../../shared/contract'
import { accept, changeOf, readSeen, remember, SEEN_LIMIT } from './seenEvents'

const event: Event = {
  startsAt: '2026-12-05T06:00:00.000Z',
  endsAt: '2026-12-05T09:00:00.000Z',
  venue: '香洲文化馆',
  address: null,
  location: null,
  signupDeadline: null,
  decision: 'scheduled',
  changedAt: null,
}
const moved = { ...event, startsAt: '2026-12-06T06:00:00.000Z', endsAt: '2026-12-06T09:00:00.000Z' }

describe('an event that a member has seen before', () => {
  it('is told as changed with what it was, until the member knows', () => {
    let seen = remember([], 'a', event)
    expect(changeOf(seen, 'a', event)).toBeNull()
    seen = remember(seen, 'a', moved)
    expect(changeOf(seen, 'a', moved)).toEqual({
      timeBefore: { startsAt: event.startsAt, endsAt: event.endsAt },
      venueBefore: null,
      inCalendar: false,
    })
    expect(changeOf(accept(seen, 'a', moved), 'a', moved)).toBeNull()
  })

  it('is told as changed when it is held elsewhere', () => {
    const seen = remember([], 'a', event)
    expect(changeOf(seen, 'a', { ...event, venue: '海滨公园' })).toEqual({
      timeBefore: null,
      venueBefore: '香洲文化馆',
      inCalendar: false,
    })
  })

  it('is told to stand in the calendar at its old time', () => {
    const seen = accept([], 'a', event, true)
    expect(changeOf(seen, 'a', moved)?.inCalendar).toBe(true)
  })

  it('is not told as changed when it was never seen, or when the phone kept nonsense', () => {
    expect(changeOf([], 'a', event)).toBeNull()
    for (const kept of [null, 7, 'x', { a: 1 }, [null, 1, { id: 'a' }]]) expect(readSeen(kept)).toEqual([])
  })

  it('does not fill the phone', () => {
    let seen = remember([], '0', event)
    for (let index = 1; index <= SEEN_LIMIT; index += 1) seen = remember(seen, String(index), event)
    expect(seen).toHaveLength(SEEN_LIMIT)
    expect(seen[0]?.id).toBe('1')
  })
})
