/** The end of an axis that holds `most`: 1, 2 or 5 times a power of ten, at least 5. */
export function niceTop(most: number): number {
  if (most <= 5) return 5
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most
}

interface Frame {
  width: number
  height: number
  /** The value at the upper edge. */
  top: number
  /** How many series share the place of one value, and which of them this is. */
  of: number
  at: number
}

/** Rectangles of one series, from the left; a value of 0 has none to see. */
export function bars(values: readonly number[], { width, height, top, of, at }: Frame) {
  const step = width / values.length
  const own = (step * 0.75) / of
  return values.map((value, index) => {
    const tall = (Math.min(value, top) / top) * height
    return { x: index * step + step * 0.125 + own * at, y: height - tall, width: own, height: tall }
  })
}
