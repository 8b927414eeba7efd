import { placed, placeFor } from './order'

test.each([
  ['abcd', 0, 2, 'bcad'],
  ['abcd', 3, 0, 'dabc'],
  ['abcd', 1, 9, 'acdb'],
  ['abcd', 2, -1, 'cabd'],
])('%s with the entry at %i put at %i is %s', (list, from, to, after) => {
  expect(placed([...list], from, to).join('')).toBe(after)
})

test('arrows go one place and stop at the ends; Home and End go there', () => {
  expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter'].map((key) => placeFor(key, 0, 3))).toEqual([0, 1, 0, 2, null])
  expect(placeFor('ArrowDown', 2, 3)).toBe(2)
})
