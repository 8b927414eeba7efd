import { cornerAt, isUncut, moveCorner, moveCrop, moveFocus, shapeCrop, UNCUT } from './cropMoves'

const picture = { width: 1600, height: 800 }
const part = { crop: { x: 0.2, y: 0.2, width: 0.4, height: 0.4 }, focus: { x: 0.3, y: 0.3 } }

test('what is shown moves with its focus, and stops at the edge', () => {
  expect(moveCrop(part, { x: 0.1, y: 0 })).toEqual({
    crop: { x: 0.3, y: 0.2, width: 0.4, height: 0.4 },
    focus: { x: 0.4, y: 0.3 },
  })
  expect(moveCrop(part, { x: 5, y: -5 })).toEqual({
    crop: { x: 0.6, y: 0, width: 0.4, height: 0.4 },
    focus: { x: 0.7, y: 0.1 },
  })
})

test('the focus stays inside what is shown', () => {
  expect(moveFocus(part, { x: 0.9, y: 0.25 }).focus).toEqual({ x: 0.6, y: 0.25 })
  expect(moveCorner(part, 'nw', { x: 0.5, y: 0.2 }, null, picture).focus).toEqual({ x: 0.5, y: 0.3 })
})

test('a corner moves freely, not beyond the picture and not to nothing', () => {
  expect(moveCorner(part, 'se', { x: 0.9, y: 0.5 }, null, picture).crop).toEqual({
    x: 0.2,
    y: 0.2,
    width: 0.7,
    height: 0.3,
  })
  expect(moveCorner(part, 'nw', { x: -1, y: -1 }, null, picture).crop).toEqual({ x: 0, y: 0, width: 0.6, height: 0.6 })
  expect(moveCorner(part, 'se', { x: 0, y: 0 }, null, picture).crop).toEqual({
    x: 0.2,
    y: 0.2,
    width: 0.05,
    height: 0.05,
  })
})

test('a shape is kept in pixels while a corner moves, also at the edge', () => {
  for (const to of [
    { x: 0.5, y: 0.3 },
    { x: 1, y: 1 },
    { x: 0.21, y: 0.9 },
  ]) {
    const { crop } = moveCorner(part, 'se', to, 4 / 3, picture)
    expect((crop.width * picture.width) / (crop.height * picture.height)).toBeCloseTo(4 / 3, 2)
    expect(crop.x + crop.width).toBeLessThanOrEqual(1)
    expect(crop.y + crop.height).toBeLessThanOrEqual(1)
    expect([crop.x, crop.y]).toEqual([0.2, 0.2])
  }
})

test('a shape is laid around the focus, as large as the picture lets it be', () => {
  expect(shapeCrop({ ...UNCUT, focus: { x: 0.9, y: 0.5 } }, 1, picture)).toEqual({
    crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
    focus: { x: 0.9, y: 0.5 },
  })
  expect(shapeCrop(UNCUT, 2, picture).crop).toEqual({ x: 0, y: 0, width: 1, height: 1 })
})

test('corners are told where they are, and a picture as it came is told from one that was cut', () => {
  expect(cornerAt(part.crop, 'se')).toEqual({ x: 0.6000000000000001, y: 0.6000000000000001 })
  expect([isUncut(UNCUT), isUncut(part), isUncut({ ...UNCUT, focus: { x: 0.2, y: 0.5 } })]).toEqual([
    true,
    false,
    false,
  ])
})
