import { bars, niceTop } from './chart'

it('ends an axis at a number that people read easily', () => {
  expect([0, 5, 6, 10, 11, 49, 51, 13_049].map(niceTop)).toEqual([5, 5, 10, 10, 20, 50, 100, 20_000])
})

it('draws each value from the ground up, within its place', () => {
  const frame = { width: 100, height: 50, top: 10, of: 2 }
  expect(bars([0, 10], { ...frame, at: 0 })).toEqual([
    { x: 6.25, y: 50, width: 18.75, height: 0 },
    { x: 56.25, y: 0, width: 18.75, height: 50 },
  ])
  expect(bars([5, 10], { ...frame, at: 1 })[0]).toEqual({ x: 25, y: 25, width: 18.75, height: 25 })
})
