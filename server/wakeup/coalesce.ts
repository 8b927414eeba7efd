/**
 * Runs `task` one at a time. Calls that come while it runs become one more run; it never piles up. What goes wrong is
 * handed to `onFailure`, and nothing is tried again.
 */
export function coalesce(task: () => Promise<unknown>, onFailure: (error: unknown) => void): () => void {
  let running = false
  let asked = false
  const run = async () => {
    running = true
    while (asked) {
      asked = false
      await task().catch(onFailure)
    }
    running = false
  }
  return () => {
    asked = true
    if (!running) void run()
  }
}
