import type { StaffArticle } from '../../../../shared/contract'
import { noticeToOffer, possibleKinds } from './noticeOffer'

const NOW = Date.parse('2026-11-20T00:00:00Z')

const event = (more: Partial<NonNullable<StaffArticle['event']>> = {}): NonNullable<StaffArticle['event']> => ({
  startsAt: '2026-12-01T06:00:00.000Z',
  endsAt: '2026-12-01T08:00:00.000Z',
  venue: '协会活动室',
  address: null,
  location: null,
  signupDeadline: null,
  decision: 'scheduled',
  ...more,
})

const preview: StaffArticle['notices'][number] = {
  id: '01kaxmpkq00000000000000000',
  kind: 'preview',
  status: 'finished',
  createdAt: '2026-11-19T06:00:00.000Z',
}
const told = (more: Partial<NonNullable<StaffArticle['event']>> = {}, notices = [preview]) => ({
  status: 'published' as const,
  event: event(more),
  notices,
})

it('offers to tell of a new time or a new venue', () => {
  expect(noticeToOffer(told(), told({ venue: '香洲区文化馆' }), NOW)).toBe('change')
  expect(noticeToOffer(told(), told({ startsAt: '2026-12-01T07:00:00.000Z' }), NOW)).toBe('change')
})

it('offers to tell that the event was called off, and later that it takes place after all', () => {
  expect(noticeToOffer(told(), told({ decision: 'cancelled' }), NOW)).toBe('cancellation')
  expect(noticeToOffer(told({ decision: 'cancelled' }), told(), NOW)).toBe('change')
})

it('offers nothing when nobody was told, nothing moved, or the event is over', () => {
  const moved = { venue: '香洲区文化馆' }
  expect(noticeToOffer(told({}, []), told(moved, []), NOW)).toBeNull()
  expect(noticeToOffer(told(), told({ signupDeadline: '2026-11-30T00:00:00.000Z' }), NOW)).toBeNull()
  expect(noticeToOffer(told(), told(moved), Date.parse('2026-12-02T00:00:00Z'))).toBeNull()
  const neverSent = [{ ...preview, status: 'cancelled' as const }]
  expect(noticeToOffer(told({}, neverSent), told(moved, neverSent), NOW)).toBeNull()
})

it('offers no reminder of an event that was called off', () => {
  expect(possibleKinds(told(), NOW)).toEqual(['reminder', 'change'])
  expect(possibleKinds(told({ decision: 'cancelled' }), NOW)).toEqual(['cancellation'])
  expect(possibleKinds({ ...told(), status: 'draft' }, NOW)).toEqual([])
})
