/**
 * Where a call waits when its session has ended. The screen opens a login dialog on the spot; once somebody has
 * logged in again the waiting calls go on, so that nothing that was typed is lost.
 */
type Listener = (waiting: boolean) => void

let watcher: Listener | null = null
let waiting: { promise: Promise<boolean>; settle: (restored: boolean) => void } | null = null

/** The dialog registers here; returns how to leave. Without a dialog, calls fail with `session_required`. */
export function watchSessionGate(listener: Listener): () => void {
  watcher = listener
  return () => {
    if (watcher === listener) watcher = null
  }
}

/** Resolves with true once the session is back, with false when there is no dialog or it was dismissed. */
export function waitForSession(): Promise<boolean> {
  if (watcher === null) return Promise.resolve(false)
  if (waiting === null) {
    let settle: (restored: boolean) => void = () => undefined
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    waiting = { promise, settle }
    watcher(true)
  }
  return waiting.promise
}

export function closeSessionGate(restored: boolean): void {
  const gate = waiting
  waiting = null
  watcher?.(false)
  gate?.settle(restored)
}
