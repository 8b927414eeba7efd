import { filterFrom, filterTo } from './filterAddress'

it('finds the same list when somebody comes back from the editor', () => {
  const filter = { status: 'draft' as const, channel: 'events', q: '交流' }
  expect(filterFrom(filterTo(filter))).toEqual(filter)
})

it('has a plain address without a filter, and passes over values that are none', () => {
  expect(filterTo({ status: undefined, channel: undefined, q: '' }).toString()).toBe('')
  expect(filterFrom(new URLSearchParams('status=deleted')).status).toBeUndefined()
})
