import { checkEventTimes, eventState } from './event'

const event = { startsAt: 1000, endsAt: 2000, signupDeadline: 500, decision: 'scheduled' as const }

it.each([
  [400, 'upcoming'],
  [500, 'upcoming'],
  [501, 'closed'],
  [1000, 'on_now'],
  [1999, 'on_now'],
  [2000, 'ended'],
])('at %d the event is %s', (now, state) => {
  expect(eventState(event, now)).toBe(state)
})

it('stays cancelled whatever the clock says', () => {
  expect(eventState({ ...event, decision: 'cancelled' }, 3000)).toBe('cancelled')
})

it('refuses an event that ends when or before it starts, and a deadline after its end', () => {
  expect(checkEventTimes({ startsAt: 1000, endsAt: 1000, signupDeadline: null })).toEqual([
    { field: 'endsAt', code: 'ends_before_start' },
  ])
  expect(checkEventTimes({ startsAt: 1000, endsAt: 2000, signupDeadline: 2001 })).toEqual([
    { field: 'signupDeadline', code: 'deadline_after_end' },
  ])
  expect(checkEventTimes({ startsAt: 1000, endsAt: 2000, signupDeadline: 2000 })).toEqual([])
})
