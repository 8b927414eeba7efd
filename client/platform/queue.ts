export interface Queue {
  /**
   * Starts the task when fewer than the limit are running, else when one of them has ended. While it waits, `onStop` is
   * told how to give it up: it is then never started, and the promise rejects.
   */
  run<T>(task: () => Promise<T>, onStop?: (stop: () => void) => void): Promise<T>
}

/** Lets at most `limit` tasks run at once, the others in the order in which they came. */
export function createQueue(limit: number): Queue {
  let running = 0
  const waiting: (() => void)[] = []
  const ended = (): void => {
    running -= 1
    waiting.shift()?.()
  }
  return {
    run: (task, onStop) =>
      new Promise((resolve, reject) => {
        const start = (): void => {
          running += 1
          task().then(resolve, reject).finally(ended)
        }
        if (running < limit) return start()
        waiting.push(start)
        onStop?.(() => {
          const place = waiting.indexOf(start)
          if (place < 0) return
          waiting.splice(place, 1)
          reject(new Error('given up'))
        })
      }),
  }
}
