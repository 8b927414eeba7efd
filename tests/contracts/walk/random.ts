/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    upTo: (most: number): number => Math.floor(next() * most),
    chance: (share: number): boolean => next() < share,
    pick<T>(list: readonly T[]): T | undefined {
      return list[Math.floor(next() * list.length)]
    },
  }
}

export type Random = ReturnType<typeof randomOf>
