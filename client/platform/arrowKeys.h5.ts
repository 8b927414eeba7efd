import type { Move } from './arrowKeys'

const DAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

export const arrowKeys = (move: Move): Record<string, unknown> => ({
  onKeyDown: (event: { key: string; preventDefault: () => void }) => {
    const days = DAYS[event.key]
    if (days === undefined) return
    event.preventDefault()
    move(days)
  },
})

export const tabStop = (here: boolean): Record<string, unknown> => ({ tabIndex: here ? 0 : -1 })

/** After the next drawing: the element may not be there yet. */
export const focusOn = (id: string): void => {
  setTimeout(() => document.getElementById(id)?.focus(), 30)
}
