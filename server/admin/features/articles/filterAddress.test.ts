import { filterFrom, filterTo } from './filterAddress'

it('finds the same list when somebody comes back from the editor', () => {
  const filter = { status: 'draft' as const, review: undefined, channel: 'events', q: '交流' }
  expect(filterFrom(filterTo(filter))).toEqual(filter)
  const queue = { status: undefined, review: 'submitted' as const, channel: undefined, q: '' }
  expect(filterFrom(filterTo(queue))).toEqual(queue)
})

it('has a plain address without a filter, and passes over values that are none', () => {
  expect(filterTo({ status: undefined, review: undefined, channel: undefined, q: '' }).toString()).toBe('')
  expect(filterFrom(new URLSearchParams('status=deleted')).status).toBeUndefined()
})
