import { shareLeft } from './cut'

it('knows how much of a picture is left', () => {
  expect(shareLeft({ width: 500, height: 400 }, 5 / 4)).toBe(1)
  expect(shareLeft({ width: 1_000, height: 100 }, 1)).toBeCloseTo(0.1)
})
