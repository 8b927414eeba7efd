import { piecesOf, RowHeights } from './listWindow'

const COUNT = 10_000

describe('rows between two heights', () => {
  it('are those in sight, of thousands', () => {
    const heights = new RowHeights(50)
    expect(heights.between(0, 1_000, COUNT)).toEqual({ from: 0, to: 20 })
    expect(heights.between(100_000, 101_000, COUNT)).toEqual({ from: 2_000, to: 2_020 })
    expect(heights.between(499_000, 600_000, COUNT)).toEqual({ from: 9_980, to: COUNT })
  })

  it('are one at least, however far the list is away', () => {
    const heights = new RowHeights(50)
    expect(heights.between(-5_000, -4_000, COUNT)).toEqual({ from: 0, to: 1 })
    expect(heights.between(900_000, 901_000, COUNT)).toEqual({ from: COUNT - 1, to: COUNT })
    expect(heights.between(0, 100, 1)).toEqual({ from: 0, to: 1 })
  })

  it('follow what was measured, and guess the others by it', () => {
    const heights = new RowHeights(50)
    expect(heights.learn(0, 100)).toBe(true)
    expect(heights.learn(0, 100.2)).toBe(false)
    expect(heights.of({ from: 0, to: 3 })).toBe(300)
    heights.learn(1, 200)
    expect(heights.of({ from: 0, to: 3 })).toBe(450)
    expect(heights.between(250, 260, COUNT)).toEqual({ from: 1, to: 2 })
  })
})

describe('what is drawn', () => {
  const heights = new RowHeights(50)

  it('is the rows in sight, with room for all others', () => {
    expect(piecesOf(heights, 100, { from: 10, to: 20 }, null)).toEqual([
      { gap: 500 },
      { rows: { from: 10, to: 20 } },
      { gap: 4_000 },
    ])
    expect(piecesOf(heights, 5, { from: 0, to: 9 }, null)).toEqual([{ rows: { from: 0, to: 5 } }])
  })

  it('keeps the row with the focus and its neighbours, wherever the list was scrolled to', () => {
    expect(piecesOf(heights, 100, { from: 50, to: 60 }, 3)).toEqual([
      { gap: 100 },
      { rows: { from: 2, to: 5 } },
      { gap: 2_250 },
      { rows: { from: 50, to: 60 } },
      { gap: 2_000 },
    ])
    expect(piecesOf(heights, 100, { from: 0, to: 10 }, 99)).toEqual([
      { rows: { from: 0, to: 10 } },
      { gap: 4_400 },
      { rows: { from: 98, to: 100 } },
    ])
    expect(piecesOf(heights, 100, { from: 0, to: 10 }, 10)).toEqual([{ rows: { from: 0, to: 12 } }, { gap: 4_400 }])
  })
})
