import { emptyForm, inputOf, isBlankHtml, sameForm } from './articleForm'
import { emptyEvent, type EventForm } from './eventForm'

const event: EventForm = {
  ...emptyEvent(),
  startsAt: Date.parse('2026-12-20T01:30:00Z'),
  endsAt: Date.parse('2026-12-20T03:30:00Z'),
  venue: ' 会议室 ',
}

describe('what is sent of an article', () => {
  const form = { ...emptyForm('events', '协会'), title: ' 交流日 ', event }

  it('carries the event in a channel of events, trimmed', () => {
    expect(inputOf(form, true)).toMatchObject({
      title: '交流日',
      coverId: null,
      event: { startsAt: '2026-12-20T01:30:00.000Z', venue: '会议室', address: null, location: null },
    })
  })

  it('leaves the event out elsewhere, though the page still holds it', () => {
    expect(inputOf({ ...form, channel: 'notices' }, false).event).toBeNull()
  })

  it('leaves out an event of which nothing is filled in, so that a first draft can be kept', () => {
    expect(inputOf({ ...form, event: emptyEvent() }, true).event).toBeNull()
  })
})

describe('unsaved writing', () => {
  const form = emptyForm('notices', '协会')

  it('is there once a word is typed, and gone when it is taken back', () => {
    expect(sameForm(form, { ...form, bodyHtml: '<p>字</p>' })).toBe(false)
    expect(sameForm(form, { ...form, bodyHtml: '<p></p>' })).toBe(true)
  })

  it('is there when the event alone changed', () => {
    expect(sameForm(form, { ...form, event })).toBe(false)
  })
})

describe('an empty body', () => {
  it.each(['', '<p></p>', '<p> &nbsp; </p><p><br></p>', '<h2></h2>'])('is %j', (html) => {
    expect(isBlankHtml(html)).toBe(true)
  })

  it.each(['<p>字</p>', '<img src="/uploads/a.webp">', '<hr>', '<table><tbody></tbody></table>'])(
    'is not %j',
    (html) => {
      expect(isBlankHtml(html)).toBe(false)
    },
  )
})
