import { cropPixels, focusWithin, MIDDLE, tidyCut, WHOLE, windowAround } from './pictureCut'

test('a window of another shape follows the focus, and stops at the edges', () => {
  const wide = { width: 400, height: 100 }
  expect(windowAround(wide, 1)).toEqual({ x: 150, y: 0, width: 100, height: 100 })
  expect(windowAround(wide, 1, { x: 0.25, y: 0.9 })).toEqual({ x: 50, y: 0, width: 100, height: 100 })
  expect(windowAround(wide, 1, { x: 1, y: 0 })).toEqual({ x: 300, y: 0, width: 100, height: 100 })
  expect(windowAround({ width: 100, height: 400 }, 2, { x: 0, y: 0.5 })).toEqual({
    x: 0,
    y: 175,
    width: 100,
    height: 50,
  })
})

test('a picture that has the shape already is shown whole, wherever its focus is', () => {
  expect(windowAround({ width: 300, height: 200 }, 1.5, { x: 0, y: 1 })).toEqual({
    x: 0,
    y: 0,
    width: 300,
    height: 200,
  })
})

test('what reaches beyond the picture is brought back into it, and the focus into what is shown', () => {
  expect(tidyCut({ crop: { x: 0.8, y: -1, width: 0.5, height: 0 }, focus: { x: 0, y: 9 } })).toEqual({
    crop: { x: 0.5, y: 0, width: 0.5, height: 0.05 },
    focus: { x: 0.5, y: 0.05 },
  })
  expect(tidyCut({ crop: WHOLE, focus: MIDDLE })).toEqual({ crop: WHOLE, focus: MIDDLE })
})

test('pixels stay inside the picture, also of the smallest one', () => {
  expect(cropPixels({ width: 1, height: 1 }, { x: 0.95, y: 0.95, width: 0.05, height: 0.05 })).toEqual({
    x: 0,
    y: 0,
    width: 1,
    height: 1,
  })
  expect(cropPixels({ width: 1600, height: 900 }, { x: 0.5, y: 0.25, width: 0.5, height: 0.5 })).toEqual({
    x: 800,
    y: 225,
    width: 800,
    height: 450,
  })
})

test('the focus is told in parts of what is shown', () => {
  const cut = { crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 }, focus: { x: 0.75, y: 0.5 } }
  expect(focusWithin(cut)).toEqual({ x: 0.5, y: 1 })
})
