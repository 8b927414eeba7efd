import { useSyncExternalStore } from 'react'

/** A member begins to wonder after this long. */
const SLOW_MS = 4_000

let slow = 0
const listeners = new Set<() => void>()

const change = (by: 1 | -1): void => {
  slow += by
  listeners.forEach((listener) => listener())
}

/** Notes that an answer is being waited for. */
export function watchWait<T>(answer: Promise<T>): Promise<T> {
  let noted = false
  const timer = setTimeout(() => {
    noted = true
    change(1)
  }, SLOW_MS)
  return answer.finally(() => {
    clearTimeout(timer)
    if (noted) change(-1)
  })
}

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether some answer has been waited for longer than four seconds. */
export const useSlowness = (): boolean => useSyncExternalStore(watch, () => slow > 0)
