import type { Clock, Wakeup } from './ports'

/** The longest time that a timer of Node can run. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Wake-ups within one process. */
export function createInProcessWakeup(clock: Clock): Wakeup {
  const listeners = new Set<() => void>()
  let timer: NodeJS.Timeout | null = null
  let plannedFor = Infinity

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const plan = (at: number) => {
    if (timer !== null) clearTimeout(timer)
    plannedFor = at
    const wait = Math.max(0, at - clock.now())
    timer = setTimeout(
      () => {
        timer = null
        plannedFor = Infinity
        if (wait > LONGEST_TIMER_MS) plan(at)
        else tell()
      },
      Math.min(wait, LONGEST_TIMER_MS),
    )
    // A planned wake-up is no reason to keep a process alive.
    timer.unref()
  }

  return {
    notify: tell,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    schedule(at) {
      if (at < plannedFor) plan(at)
    },
    close() {
      if (timer !== null) clearTimeout(timer)
      listeners.clear()
      return Promise.resolve()
    },
  }
}
