import { checkEvent, emptyEvent, eventInput, eventOf, type EventForm } from './eventForm'

const at = (iso: string) => Date.parse(iso)
const whole: EventForm = {
  ...emptyEvent(),
  startsAt: at('2026-12-20T01:30:00Z'),
  endsAt: at('2026-12-20T03:30:00Z'),
  venue: '会议室',
}

describe('an event being filled in', () => {
  it('may be wholly empty in a draft, but not when it is published', () => {
    expect(checkEvent(emptyEvent(), false)).toEqual({})
    expect(Object.keys(checkEvent(emptyEvent(), true))).toEqual(['event.startsAt', 'event.endsAt', 'event.venue'])
  })

  it('may not be half filled in, since the server keeps only whole events', () => {
    expect(Object.keys(checkEvent({ ...emptyEvent(), venue: '会议室' }, false))).toEqual([
      'event.startsAt',
      'event.endsAt',
    ])
  })

  it('is told that it ends before it starts', () => {
    expect(checkEvent({ ...whole, endsAt: whole.startsAt }, false)).toEqual({
      'event.endsAt': '结束时间必须晚于开始时间。',
    })
  })

  it('is told that its deadline lies after its end', () => {
    expect(checkEvent({ ...whole, signupDeadline: at('2026-12-21T00:00:00Z') }, false)).toHaveProperty([
      'event.signupDeadline',
    ])
  })

  it('needs both coordinates as numbers, or neither', () => {
    expect(Object.keys(checkEvent({ ...whole, latitude: '22.27' }, false))).toEqual(['event.location.longitude'])
    expect(Object.keys(checkEvent({ ...whole, latitude: '北纬', longitude: '200' }, false))).toHaveLength(2)
    expect(checkEvent({ ...whole, latitude: ' 22.27', longitude: '113.5' }, false)).toEqual({})
  })
})

it('comes back from the server as it was sent', () => {
  const sent = eventInput({ ...whole, latitude: '22.27', longitude: '113.5', address: '人民东路112号' })
  expect(eventInput(eventOf({ ...sent, signupDeadline: null }))).toEqual(sent)
})
