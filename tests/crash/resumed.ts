import type { TraceLine } from './trace'

export interface Resumed {
  /** Milliseconds from a kill to the next send that WeChat took. */
  longest: number
  median: number
  /** What the fleet wrote down in the longest of these waits, and how often. */
  during: Record<string, number>
  /** Which of the instants it was; null when nothing was waited for. */
  from: number | null
}

const isTaken = ({ kind, detail }: TraceLine): boolean => kind === 'answered' && detail === 'accepted'

/** How long nothing went out after each of these instants. */
export function resumedAfter(kills: number[], lives: { lines: TraceLine[] }[]): Resumed {
  const lines = lives.flatMap((life) => life.lines).sort((a, b) => a.at - b.at)
  const taken = lines.filter(isTaken).map(({ at }) => at)
  const waits = kills
    .flatMap((from) => {
      const to = taken.find((at) => at > from)
      return to === undefined ? [] : [{ from, to }]
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  const took = ({ from, to } = { from: 0, to: 0 }): number => to - from
  const slowest = waits.at(-1)
  const during: Record<string, number> = {}
  for (const { kind, subject, at } of lines) {
    if (slowest === undefined || at < slowest.from || at >= slowest.to) continue
    const name = kind === 'died' || kind === 'failed' ? `${kind}_${subject}` : kind
    during[name] = (during[name] ?? 0) + 1
  }
  return {
    longest: took(slowest),
    median: took(waits[Math.floor(waits.length / 2)]),
    during,
    from: slowest?.from ?? null,
  }
}
