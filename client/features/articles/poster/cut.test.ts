import { middleOf, shareLeft } from './cut'

it('cuts from the middle of a wide and of a tall picture', () => {
  expect(middleOf({ width: 200, height: 100 }, { width: 50, height: 50 })).toEqual({
    x: 50,
    y: 0,
    width: 100,
    height: 100,
  })
  expect(middleOf({ width: 100, height: 300 }, { width: 50, height: 50 })).toEqual({
    x: 0,
    y: 100,
    width: 100,
    height: 100,
  })
})

it('knows how much of a picture is left', () => {
  expect(shareLeft({ width: 500, height: 400 }, 5 / 4)).toBe(1)
  expect(shareLeft({ width: 1_000, height: 100 }, 1)).toBeCloseTo(0.1)
})
